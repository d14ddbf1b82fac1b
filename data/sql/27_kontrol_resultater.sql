-- The Erhvervshus's results and the kommuner's shares in them, and the SOSU places: sums, parts, what two papers say.

CREATE VIEW kontrol_resultater AS
WITH
-- Every cell of the Kommunefordeling but the sums to the right.
celle AS (
    SELECT t.navn, kommune_id, aar, k.aktivitet, k.deltagelser, k.kilde_linje
    FROM kommunefordeling AS k JOIN kommunefordeling_total AS t USING (kommune_id, aar)
    WHERE t.aktivitet = 'I alt'
    UNION ALL BY NAME
    SELECT navn, aar, aktivitet, deltagelser, kilde_linje
    FROM kommunefordeling_total WHERE kommune_id IS NULL AND aktivitet <> 'I alt'
),
-- How many activities a year has. A sum of fewer is not checked: the others may not have been added yet.
aktiviteter AS (
    SELECT aar, count(DISTINCT aktivitet) AS antal FROM celle GROUP BY aar
),
-- What the report says beside its goals of other regions, and what the two lowest sums ought to be by that.
andre AS (
    SELECT aar, sum(tal) AS deltagelser FROM resultatpaastand WHERE hvad = 'andre_regioner' GROUP BY aar
),
bekraeftet AS (
    SELECT 'Andre kommuner' AS navn, aar, deltagelser FROM andre
    UNION ALL
    SELECT 'Total', aar, a.deltagelser + t.deltagelser
    FROM andre AS a JOIN kommunefordeling_total AS t USING (aar)
    WHERE t.navn = 'Samlet i regionen' AND t.aktivitet = 'I alt'
),
paa_tvaers AS (
    SELECT 'sum' AS kontrol, 'kommunefordeling_total' AS tabel, t.navn AS raekke, t.kommune_id, aar,
        t.aktivitet AS felt, t.deltagelser AS trykt, sum(c.deltagelser) AS genberegnet,
        'paa_tvaers' AS regel, to_json({'afrapporteringen': b.deltagelser}) AS led,
        t.kilde_id, t.kilde_linje, min(c.kilde_linje) AS kilde_linje_2, plads
    FROM (SELECT *, rowid AS plads FROM kommunefordeling_total) AS t
    JOIN celle AS c USING (navn, aar) LEFT JOIN bekraeftet AS b USING (navn, aar)
    JOIN aktiviteter AS a USING (aar)
    -- A row of sums that is called as a kommune is no part of the kommune's own.
    WHERE t.aktivitet = 'I alt' AND c.kommune_id IS NOT DISTINCT FROM t.kommune_id
    GROUP BY t.navn, t.kommune_id, aar, t.aktivitet, t.deltagelser, b.deltagelser, t.kilde_id, t.kilde_linje,
        a.antal, plads
    HAVING count(*) = a.antal
),
-- The region is the sum of its kommuner, the whole is the region and the others; the printed sums too.
led AS (
    SELECT 'Samlet i regionen' AS navn, aktivitet, aar, deltagelser, kilde_linje FROM kommunefordeling
    UNION ALL
    SELECT CASE WHEN kommune_id IS NULL THEN 'Total' ELSE 'Samlet i regionen' END, aktivitet, aar, deltagelser,
        kilde_linje
    FROM kommunefordeling_total WHERE kommune_id IS NOT NULL OR navn IN ('Samlet i regionen', 'Andre kommuner')
),
nedad AS (
    SELECT 'sum' AS kontrol, concat_ws('-', 'nedad', t.navn, aar, t.aktivitet) AS noegle,
        'kommunefordeling_total' AS tabel, t.navn AS raekke, aar, t.aktivitet AS felt, t.deltagelser AS trykt,
        sum(l.deltagelser) AS genberegnet,
        'nedad' AS regel, t.kilde_id, t.kilde_linje, min(l.kilde_linje) AS kilde_linje_2
    FROM kommunefordeling_total AS t JOIN led AS l USING (navn, aktivitet, aar)
    GROUP BY t.navn, aar, t.aktivitet, t.deltagelser, t.kilde_id, t.kilde_linje
    HAVING count(*) = CASE t.navn WHEN 'Total' THEN 2 ELSE (SELECT count(*) FROM kommune WHERE i_region_hovedstaden) END
),
laerepladser AS (
    SELECT 'sum' AS kontrol, 'sosu_total' AS tabel, 'I alt' AS raekke, t.aar, t.uddannelse AS felt, t.pladser AS trykt,
        sum(k.pladser) AS genberegnet,
        'laerepladser' AS regel, t.kilde_id, t.kilde_linje, min(k.kilde_linje) AS kilde_linje_2
    FROM sosu_total AS t JOIN sosu_laereplads AS k USING (uddannelse, aar)
    GROUP BY t.aar, t.uddannelse, t.pladser, t.kilde_id, t.kilde_linje
),
-- A goal is held against the papers that it is printed in: its first row, as the printed ones come before those that
-- are added. What another document says of it, older or newer, stands beside it on the board.
maal AS (
    SELECT *, format('{}.{} {}', nr, del, maal) AS raekke
    FROM (SELECT *, rowid AS plads FROM resultatmaal)
    QUALIFY row_number() OVER (PARTITION BY aar, nr, del ORDER BY plads) = 1
),
paastand AS (
    SELECT *, skrevet(tal) || ' ' || enhed AS noegle FROM resultatpaastand
),
-- Which activities the results of 2024 count, in the region and beside it.
taeller AS (
    SELECT 2024 AS aar, 2 AS nr, unnest(['a1', 'a1', 'b', 'c', 'd', 'd', 'd']) AS del,
        unnest(['Driftsforløb', 'Vækstforløb', 'Korte forløb', 'Iværksætterintro, webinarer og workshops',
            'Virksomhedsprogrammet', 'Øvrige programmer', 'Ukraine-indsats']) AS aktivitet
),
talt AS (
    SELECT aar, nr, del, navn, sum(deltagelser) AS deltagelser, min(kilde_linje) AS kilde_linje
    FROM taeller JOIN kommunefordeling_total USING (aktivitet, aar) GROUP BY aar, nr, del, navn
),
i_regionen AS (
    SELECT 'resultat' AS kontrol, 'resultatmaal' AS tabel, raekke, aar, 'realiseret_tal' AS felt,
        realiseret_tal AS trykt,
        deltagelser AS genberegnet, 'i_regionen' AS regel, resultat_kilde_id AS kilde_id,
        resultat_kilde_linje AS kilde_linje, t.kilde_linje AS kilde_linje_2
    FROM maal JOIN talt AS t USING (aar, nr, del) WHERE navn = 'Samlet i regionen'
),
fra_andre AS (
    SELECT 'resultat' AS kontrol, 'resultatpaastand' AS tabel,
        concat_ws('-', 'resultatpaastand', p.noegle, aar, hvad) AS noegle,
        tal AS raekke_tal, enhed, aar, hvad AS felt, tal AS trykt, deltagelser AS genberegnet, 'fra_andre' AS regel,
        kilde_id, p.kilde_linje, t.kilde_linje AS kilde_linje_2
    FROM paastand AS p JOIN talt AS t USING (aar, nr, del) WHERE navn = 'Andre kommuner' AND hvad = 'andre_regioner'
),
-- A result of several kinds, and goals that other goals add up to or are a share of.
af_dele AS (
    SELECT 'resultat' AS kontrol, 'resultatmaal' AS tabel, m.raekke, aar, 'realiseret_tal' AS felt,
        realiseret_tal AS trykt, sum(tal) AS genberegnet,
        'af_dele' AS regel, resultat_kilde_id AS kilde_id,
        resultat_kilde_linje AS kilde_linje, min(p.kilde_linje) AS kilde_linje_2
    FROM maal AS m JOIN paastand AS p USING (aar, nr, del) WHERE p.art = 'del'
    GROUP BY m.raekke, aar, realiseret_tal, resultat_kilde_id, resultat_kilde_linje
),
maal_af_maal AS (
    SELECT 'resultat' AS kontrol, 'resultatmaal' AS tabel, h.raekke, h.aar, 'maal_tal' AS felt, h.maal_tal AS trykt,
        sum(d.maal_tal) AS genberegnet, 'ydelser' AS regel, h.kilde_id, h.kilde_linje,
        min(d.kilde_linje) AS kilde_linje_2
    FROM maal AS h JOIN maal AS d USING (aar, nr)
    WHERE aar = 2023 AND nr = 2 AND h.del = '1' AND d.enhed = 'forløb'
    GROUP BY h.raekke, h.aar, h.maal_tal, h.kilde_id, h.kilde_linje
    UNION ALL BY NAME
    SELECT 'resultat' AS kontrol, 'resultatmaal' AS tabel, m.raekke, m.aar, 'maal_tal' AS felt, m.maal_tal AS trykt,
        tal * h.maal_tal / 100 AS genberegnet, 'andel' AS regel, to_json({'andel_pct': tal, 'af': h.maal_tal}) AS led,
        m.kilde_id, m.kilde_linje, h.kilde_linje AS kilde_linje_2
    FROM maal AS m JOIN paastand AS p USING (aar, nr, del) JOIN maal AS h ON h.aar = m.aar AND h.nr = m.nr AND h.del = 'a1'
    WHERE hvad = 'andel_flere_ansatte'
),
-- How well the Erhvervshus was known in 2023: the agenda of that spring, the contract, and the report a year later.
kendskab AS (
    SELECT m.raekke, m.aar, m.maal_tal, m.realiseret_tal, resultat_kilde_id, resultat_kilde_linje,
        s.tal AS senere, s.kilde_id AS senere_kilde, s.kilde_linje AS senere_linje, v.tal AS stigning,
        100 * v.tal / (s.tal - v.tal) AS stigning_pct, 100 * (v.tal - 0.5) / (s.tal - v.tal + 1) AS mindst,
        100 * (v.tal + 0.5) / (s.tal - v.tal - 1) AS hoejst
    FROM maal AS m
    JOIN resultatpaastand AS s USING (aar, nr, del) JOIN resultatpaastand AS v USING (aar, nr, del)
    WHERE s.hvad = 'kendskab' AND v.hvad = 'kendskab_stigning' AND v.enhed = 'procentpoint'
),
gentaget AS (
    SELECT 'resultat_gentagelse' AS kontrol, 'resultatmaal' AS tabel, raekke, aar, 'realiseret_tal' AS felt,
        realiseret_tal AS trykt, senere AS genberegnet,
        'kendskab' AS regel, to_json({'kilde_id': senere_kilde, 'kilde_linje': senere_linje}) AS led,
        resultat_kilde_id AS kilde_id, resultat_kilde_linje AS kilde_linje
    FROM kendskab
    UNION ALL BY NAME
    SELECT 'resultat_gentagelse' AS kontrol, 'resultatpaastand' AS tabel,
        concat_ws('-', 'resultatpaastand', p.noegle, p.aar, hvad) AS noegle, tal AS raekke_tal, enhed, p.aar,
        hvad AS felt, tal AS trykt,
        maal_tal AS genberegnet, 'kontrakt' AS regel, kilde_id, kilde_linje
    FROM paastand AS p JOIN kendskab AS k USING (aar) WHERE hvad = 'kendskab_maal'
    UNION ALL BY NAME
    SELECT 'resultat_gentagelse' AS kontrol, 'resultatpaastand' AS tabel,
        concat_ws('-', 'resultatpaastand', p.noegle, p.aar, hvad) AS noegle, tal AS raekke_tal, enhed, p.aar,
        hvad AS felt, tal AS trykt,
        0.5 AS halv, stigning_pct AS genberegnet, mindst AS nedre, hoejst AS oevre, 'stigning' AS regel,
        to_json({
            'kilde_id': senere_kilde, 'kilde_linje': senere_linje, 'procentpoint': stigning, 'fra': senere - stigning,
            'til': senere
        }) AS led, kilde_id, kilde_linje
    FROM paastand AS p JOIN kendskab AS k USING (aar) WHERE hvad = 'kendskab_stigning' AND enhed = 'pct.'
),
samlet AS (
    FROM paa_tvaers
    UNION ALL BY NAME FROM nedad
    UNION ALL BY NAME FROM laerepladser
    UNION ALL BY NAME FROM i_regionen
    UNION ALL BY NAME FROM fra_andre
    UNION ALL BY NAME FROM af_dele
    UNION ALL BY NAME FROM maal_af_maal
    UNION ALL BY NAME FROM gentaget
)
SELECT * REPLACE (coalesce(halv, 0) AS halv) FROM samlet;
