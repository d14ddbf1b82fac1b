-- What the source checks share: Danish numbers for explanations, and how far a printed figure reaches.

-- 1234.5 with one decimal becomes 1.234,5
CREATE MACRO dk(x, decimaler := 0) AS
    translate(format('{:,.' || decimaler || 'f}', x::DOUBLE), ',.', '.,');

-- Half a unit of the last decimal that a figure is printed with. Whole figures carry half of one.
CREATE MACRO halv(x) AS
    CASE WHEN x = round(x) THEN 0.5 WHEN x = round(x, 1) THEN 0.05 ELSE 0.005 END;

-- The same for the ends of a range in prose, where 9.000 means about nine thousand and 16.359 means just that.
CREATE MACRO halv_rundt(x) AS
    CASE WHEN x % 1000 = 0 THEN 500 WHEN x % 100 = 0 THEN 50 ELSE 0.5 END;

-- The number of decimals that a figure with this half unit is written with.
CREATE MACRO decimaler(halv_enhed) AS
    CASE WHEN halv_enhed < 0.01 THEN 2 WHEN halv_enhed < 0.1 THEN 1 ELSE 0 END;

-- The printed tables that hold each speciale.
CREATE MACRO kapacitetstabel(speciale) AS CASE speciale WHEN 51 THEN 'Tabel 3' ELSE 'Tabel 4' END;
CREATE MACRO tilskudstabel(speciale) AS CASE speciale WHEN 51 THEN 'Tabel 7' ELSE 'Tabel 8' END;
CREATE MACRO effekttabel(speciale) AS CASE speciale WHEN 51 THEN 'Tabel 11' ELSE 'Tabel 12' END;
CREATE MACRO patientbilag(speciale) AS CASE speciale WHEN 51 THEN 'Bilag 1' ELSE 'Bilag 2' END;

-- "Høje-Taastrup 62" becomes hoeje-taastrup-62.
CREATE MACRO slug(x) AS
    trim(regexp_replace(
        replace(replace(replace(lower(x), 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa'), '[^a-z0-9]+', '-', 'g'
    ), '-');

CREATE MACRO regionsnavn(region) AS
    CASE region
        WHEN 'hele-landet' THEN 'Hele landet'
        WHEN 'sjaelland' THEN 'Region Sjælland'
        ELSE 'Region ' || upper(left(region, 1)) || substr(region, 2)
    END;
