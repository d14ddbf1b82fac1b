-- The proposal (Tabel 10) and its effect (Tabel 11 and 12) against Tabel 3-4, bilag 3 and the rows' own figures.
-- A tillæg is a decision in tenths and counts as exact.

CREATE VIEW kontrol_forslag AS
WITH
-- The areas' rows, and "I alt" as a row of their sums.
raekke AS (
    SELECT 'fysio_forslag_effekt' AS tabel, navn AS raekke, e.*, k.kapacitet AS kapacitet_nu,
        f.tillaeg AS tillaeg_i_tabel_10, borgere, aar, 0.005 AS kapacitet_usikker, k.kilde_linje AS kapacitetslinje,
        f.kilde_linje AS forslagslinje, b.kilde_linje AS bilagslinje, NULL::VARCHAR[] AS forskellen_ligger_i
    FROM fysio_forslag_effekt AS e
    JOIN omraade USING (omraade_id)
    JOIN fysio_kapacitet AS k USING (omraade_id, speciale)
    JOIN fysio_forslag AS f USING (omraade_id, speciale)
    JOIN befolkning AS b USING (omraade_id)
    WHERE aar = 2030
),
alle AS (
    FROM raekke
    UNION ALL BY NAME
    SELECT 'fysio_forslag_total' AS tabel, 'I alt' AS raekke, t.*, s.* EXCLUDE (speciale)
    FROM fysio_forslag_total AS t
    JOIN (
        SELECT speciale, sum(kapacitet_nu) AS kapacitet_nu, sum(tillaeg_i_tabel_10) AS tillaeg_i_tabel_10,
            sum(borgere) AS borgere, any_value(aar) AS aar, sum(kapacitet_usikker) AS kapacitet_usikker,
            min(kapacitetslinje) AS kapacitetslinje,
            min(forslagslinje) AS forslagslinje, min(bilagslinje) AS bilagslinje,
            list(raekke ORDER BY raekke) FILTER (kapacitet_foer <> kapacitet_nu) AS forskellen_ligger_i
        FROM raekke GROUP BY speciale
    ) AS s USING (speciale)
),
r AS (
    SELECT *, borgere_pr_kapacitet_uden AS uden, borgere_pr_kapacitet_med AS med,
        kapacitet_foer + tillaeg AS kapacitet_efter, kapacitet_foer - 0.005 AS k_mindst,
        kapacitet_foer + 0.005 AS k_hoejst
    FROM alle
),
tillaeg AS (
    SELECT 'forslag' AS kontrol, 'tillaeg' AS felt, tillaeg AS trykt, 0 AS halv, tillaeg_i_tabel_10 AS genberegnet,
        'tillaeg' AS regel, forslagslinje AS kilde_linje_2, r.*
    FROM r
),
kapacitet AS (
    SELECT 'forslag_kapacitet' AS kontrol, 'kapacitet_foer' AS felt, kapacitet_foer AS trykt, 0.005 AS halv,
        kapacitet_nu AS genberegnet, kapacitet_usikker AS usikkerhed,
        'kapacitet' AS regel, to_json({'forskellen_ligger_i': forskellen_ligger_i}) AS led,
        kapacitetslinje AS kilde_linje_2, r.*
    FROM r
),
-- The same population, 2030 of bilag 3, divided before and after.
uden AS (
    SELECT 'forslag_bilag_3' AS kontrol, 'borgere_pr_kapacitet_uden' AS felt, uden AS trykt, 0.5 AS halv,
        borgere / kapacitet_foer AS genberegnet, borgere / k_hoejst AS nedre, borgere / k_mindst AS oevre,
        'befolkning' AS regel, to_json({'borgere': borgere, 'aar': aar, 'svarer_til': uden * kapacitet_foer}) AS led,
        bilagslinje AS kilde_linje_2, r.*
    FROM r
),
med AS (
    SELECT 'forslag_bilag_3' AS kontrol, 'borgere_pr_kapacitet_med' AS felt, med AS trykt, 0.5 AS halv,
        borgere / kapacitet_efter AS genberegnet, borgere / (k_hoejst + tillaeg) AS nedre,
        borgere / (k_mindst + tillaeg) AS oevre,
        'befolkning' AS regel, to_json({'borgere': borgere, 'aar': aar, 'svarer_til': med * kapacitet_efter}) AS led,
        bilagslinje AS kilde_linje_2, r.*
    FROM r
),
-- Within one row: the figure with the tillæg follows from the one without, whatever the population.
samme_raekke AS (
    SELECT 'forslag_raekke' AS kontrol, 'borgere_pr_kapacitet_med' AS felt, med AS trykt, 0.5 AS halv,
        uden * kapacitet_foer / kapacitet_efter AS genberegnet, (uden - 0.5) * k_mindst / (k_mindst + tillaeg) AS nedre,
        (uden + 0.5) * k_hoejst / (k_hoejst + tillaeg) AS oevre,
        'med_tillaeg' AS regel,
        to_json({'uden': uden, 'tillaeg': tillaeg, 'svarer_til': uden * kapacitet_foer / med - kapacitet_foer}) AS led,
        forslagslinje AS kilde_linje_2, r.*
    FROM r
),
fald AS (
    SELECT 'forslag_raekke' AS kontrol, 'forandring_pct' AS felt, forandring_pct AS trykt, 0.5 AS halv,
        100 * tillaeg / kapacitet_efter AS genberegnet, 100 * tillaeg / (k_hoejst + tillaeg) AS nedre,
        100 * tillaeg / (k_mindst + tillaeg) AS oevre,
        'fald' AS regel, to_json({'tillaeg': tillaeg, 'kapacitet_foer': kapacitet_foer}) AS led,
        forslagslinje AS kilde_linje_2, r.*
    FROM r
),
eget_fald AS (
    SELECT 'forslag_fald' AS kontrol, 'forandring_pct' AS felt, forandring_pct AS trykt, 0.5 AS halv,
        100 * (1 - med / uden) AS genberegnet, 100 * (1 - (med + 0.5) / (uden - 0.5)) AS nedre,
        100 * (1 - (med - 0.5) / (uden + 0.5)) AS oevre,
        'eget_fald' AS regel, to_json({'uden': uden, 'med': med}) AS led, NULL::BIGINT AS kilde_linje_2, r.*
    FROM r
),
samlet AS (
    FROM tillaeg
    UNION ALL BY NAME FROM kapacitet
    UNION ALL BY NAME FROM uden
    UNION ALL BY NAME FROM med
    UNION ALL BY NAME FROM samme_raekke
    UNION ALL BY NAME FROM fald
    UNION ALL BY NAME FROM eget_fald
)
SELECT kontrol, tabel, omraade_id, raekke, speciale, CASE WHEN felt LIKE 'borgere%' THEN aar END AS aar, felt, trykt,
    halv, genberegnet, usikkerhed, nedre, oevre, regel, led, kilde_id, kilde_linje, kilde_linje_2
FROM samlet;
