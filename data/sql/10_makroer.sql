-- What the source checks share: how far a printed figure reaches, and how a row is named in a key.

-- Half a unit of the last decimal that a figure is printed with. Whole figures carry half of one.
CREATE MACRO halv(x) AS
    CASE WHEN x = round(x) THEN 0.5 WHEN x = round(x, 1) THEN 0.05 ELSE 0.005 END;

-- A figure as a key has it: all its decimals and no zero after them. What people read is written by the app.
CREATE MACRO skrevet(x) AS regexp_replace(format('{:,.4f}', x::DOUBLE), '\.?0+$', '');

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
