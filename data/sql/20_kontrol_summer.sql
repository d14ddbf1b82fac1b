-- Sums: what the papers print as a total against the rows that it is the total of.
-- All checks have the same columns; 90_kildeafvigelse.sql tells what they mean.

CREATE VIEW kontrol_summer AS
WITH kapacitetssum AS (
    SELECT
        CASE WHEN grouping(planomraade) = 0 THEN planomraade ELSE 'region hovedstaden' END AS navn,
        speciale, sum(kapacitet) AS kapacitet, 0.005 * count(*) AS usikkerhed, min(k.kilde_linje) AS kilde_linje_2
    FROM fysio_kapacitet AS k JOIN omraade USING (omraade_id)
    GROUP BY GROUPING SETS ((speciale, planomraade), (speciale))
),
kapaciteter AS (
    SELECT 'fysio_kapacitet_total' AS tabel, t.navn AS raekke, speciale, 'kapacitet' AS felt, t.kapacitet AS trykt,
        0.005 AS halv, s.kapacitet AS genberegnet, usikkerhed,
        'kapaciteter' AS regel, kilde_id, kilde_linje, kilde_linje_2
    FROM fysio_kapacitet_total AS t JOIN kapacitetssum AS s USING (speciale)
    WHERE s.navn = lower(t.navn)
),
folketal AS (
    SELECT
        CASE WHEN grouping(planomraade) = 0 THEN planomraade ELSE 'region hovedstaden' END AS navn,
        aar, sum(borgere) AS borgere, min(b.kilde_linje) AS kilde_linje_2
    FROM befolkning AS b JOIN omraade USING (omraade_id)
    GROUP BY GROUPING SETS ((aar, planomraade), (aar))
),
befolkninger AS (
    SELECT 'befolkning_total' AS tabel, t.navn AS raekke, aar, 'borgere' AS felt, t.borgere AS trykt, 0 AS halv,
        s.borgere AS genberegnet,
        'befolkninger' AS regel, kilde_id, kilde_linje, kilde_linje_2
    FROM befolkning_total AS t JOIN folketal AS s USING (aar)
    WHERE s.navn = lower(t.navn)
),
terapeut AS (
    UNPIVOT fysio_terapeut ON ejer, ansat, lejer, ejer_uden_kapacitet, ledig_kapacitet, i_alt
    INTO NAME felt VALUE antal
),
terapeuter AS (
    SELECT 'fysio_terapeut' AS tabel, t.planomraade AS raekke, t.felt, t.antal AS trykt, 0 AS halv,
        sum(d.antal) AS genberegnet,
        'terapeuter' AS regel, t.kilde_id, t.kilde_linje, min(d.kilde_linje) AS kilde_linje_2
    FROM terapeut AS t
    JOIN terapeut AS d ON CASE t.planomraade
        WHEN 'hovedtotal' THEN d.planomraade <> 'hovedtotal' AND d.felt = t.felt
        ELSE t.felt = 'i_alt' AND d.planomraade = t.planomraade AND d.felt <> 'i_alt' END
    GROUP BY ALL
),
landet AS (
    SELECT 'fysio_region' AS tabel, regionsnavn(t.region) AS raekke, t.speciale, 'kapacitet' AS felt,
        t.kapacitet AS trykt,
        0.005 AS halv, sum(r.kapacitet) AS genberegnet, 0.005 * count(*) AS usikkerhed,
        'landet' AS regel, t.kilde_id, t.kilde_linje, min(r.kilde_linje) AS kilde_linje_2
    FROM fysio_region AS t JOIN fysio_region AS r ON r.speciale = t.speciale AND r.region <> t.region
    WHERE t.region = 'hele-landet'
    GROUP BY ALL
),
bloktilskud AS (
    SELECT 'fysio_ramme' AS tabel, regionsnavn(t.region) AS raekke, t.speciale, felt,
        CASE felt WHEN 'ramme_kr' THEN t.ramme_kr ELSE t.bloktilskudsandel_kr END AS trykt, 0.5 AS halv,
        sum(r.bloktilskudsandel_kr) AS genberegnet, 0.5 * count(*) AS usikkerhed,
        'bloktilskud' AS regel, t.kilde_id, t.kilde_linje, min(r.kilde_linje) AS kilde_linje_2
    FROM fysio_ramme AS t
    JOIN fysio_ramme AS r ON r.speciale = t.speciale AND r.region <> 'hele-landet'
    CROSS JOIN (VALUES ('ramme_kr'), ('bloktilskudsandel_kr')) AS f(felt)
    WHERE felt = 'ramme_kr' OR t.region = 'hele-landet'
    GROUP BY ALL
),
kommuner AS (
    SELECT 'fysio_patienter_total' AS tabel, 'Region Hovedstaden' AS raekke, t.speciale, t.aar, felt,
        CASE felt WHEN 'borgere' THEN t.borgere ELSE t.patienter END AS trykt, 0 AS halv,
        sum(CASE felt WHEN 'borgere' THEN k.borgere ELSE k.patienter END) AS genberegnet,
        'kommuner' AS regel, t.kilde_id, t.kilde_linje, min(k.kilde_linje) AS kilde_linje_2
    FROM fysio_patienter_total AS t JOIN fysio_patienter AS k USING (speciale, aar)
    CROSS JOIN (VALUES ('borgere'), ('patienter')) AS f(felt)
    GROUP BY t.speciale, t.aar, felt, t.borgere, t.patienter, t.kilde_id, t.kilde_linje
),
forslag AS (
    SELECT 'fysio_forslag_total' AS tabel, 'I alt' AS raekke, t.speciale, felt,
        CASE felt WHEN 'tillaeg' THEN t.tillaeg ELSE t.kapacitet_foer END AS trykt,
        CASE felt WHEN 'tillaeg' THEN 0 ELSE 0.005 END AS halv,
        sum(CASE felt WHEN 'tillaeg' THEN e.tillaeg ELSE e.kapacitet_foer END) AS genberegnet,
        CASE felt WHEN 'tillaeg' THEN 0 ELSE 0.005 * count(*) END AS usikkerhed,
        'forslag' AS regel, t.kilde_id, t.kilde_linje, min(e.kilde_linje) AS kilde_linje_2
    FROM fysio_forslag_total AS t JOIN fysio_forslag_effekt AS e USING (speciale)
    CROSS JOIN (VALUES ('tillaeg'), ('kapacitet_foer')) AS f(felt)
    GROUP BY t.speciale, felt, t.tillaeg, t.kapacitet_foer, t.kilde_id, t.kilde_linje
),
alle AS (
    FROM kapaciteter
    UNION ALL BY NAME FROM befolkninger
    UNION ALL BY NAME FROM terapeuter
    UNION ALL BY NAME FROM landet
    UNION ALL BY NAME FROM bloktilskud
    UNION ALL BY NAME FROM kommuner
    UNION ALL BY NAME FROM forslag
)
SELECT 'sum' AS kontrol, * FROM alle;
