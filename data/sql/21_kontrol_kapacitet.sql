-- Citizens and patients per capacity (Tabel 2, 3 and 4) against capacities, populations and each other.

CREATE VIEW kontrol_kapacitet AS
WITH daekning AS (
    SELECT 'fysio_kapacitet' AS tabel, omraade_id, navn AS raekke, speciale, kapacitet, patienter_pr_kapacitet,
        borgere_pr_kapacitet, k.kilde_id, k.kilde_linje, b.borgere, b.kilde_linje AS kilde_linje_2
    FROM fysio_kapacitet AS k JOIN omraade USING (omraade_id) JOIN befolkning AS b USING (omraade_id)
    WHERE aar = 2024
    UNION ALL BY NAME
    SELECT 'fysio_kapacitet_total' AS tabel, navn AS raekke, speciale, kapacitet, patienter_pr_kapacitet,
        borgere_pr_kapacitet, k.kilde_id, k.kilde_linje, b.borgere, b.kilde_linje AS kilde_linje_2
    FROM fysio_kapacitet_total AS k JOIN befolkning_total AS b USING (niveau, navn)
    WHERE aar = 2024
),
bilag_3 AS (
    SELECT 'borgere_bilag_3' AS kontrol, tabel, raekke, omraade_id, speciale, 'borgere_pr_kapacitet' AS felt,
        borgere_pr_kapacitet AS trykt, 0.5 AS halv, borgere / kapacitet AS genberegnet,
        borgere / (kapacitet + 0.005) AS nedre, borgere / (kapacitet - 0.005) AS oevre, 'bilag_3' AS regel,
        to_json({'borgere': borgere, 'regnet_med': borgere_pr_kapacitet * kapacitet}) AS led, kilde_id, kilde_linje,
        kilde_linje_2
    FROM daekning
),
-- An area that is a whole kommune shares its population with Tabel 7 and 8; København is the sum of its nine.
kommunens AS (
    SELECT kommune_id, speciale, sum(kapacitet * borgere_pr_kapacitet) AS borgere,
        sum((kapacitet - 0.005) * (borgere_pr_kapacitet - 0.5)) AS nedre,
        sum((kapacitet + 0.005) * (borgere_pr_kapacitet + 0.5)) AS oevre, min(k.kilde_linje) AS kilde_linje_2
    FROM fysio_kapacitet AS k JOIN omraade USING (omraade_id)
    GROUP BY kommune_id, speciale
),
kommuner AS (
    SELECT 'borgere_kommune' AS kontrol, 'fysio_tilskud_kommune' AS tabel, navn AS raekke, kommune_id, speciale,
        'borgere' AS felt, t.borgere AS trykt, 0 AS halv, k.borgere AS genberegnet, nedre, oevre,
        'kommuner' AS regel, kilde_id, kilde_linje, kilde_linje_2
    FROM fysio_tilskud_kommune AS t JOIN kommunens AS k USING (kommune_id, speciale) JOIN kommune USING (kommune_id)
),
-- The averages of planområder and region are those of their areas, weighted by capacity.
samlet AS (
    SELECT
        CASE WHEN grouping(planomraade) = 0 THEN planomraade ELSE 'region hovedstaden' END AS navn, speciale, felt,
        sum(kapacitet * vaerdi) AS maengde, sum((kapacitet - 0.005) * (vaerdi - 0.5)) AS mindst,
        sum((kapacitet + 0.005) * (vaerdi + 0.5)) AS hoejst, min(k.kilde_linje) AS kilde_linje_2
    FROM (UNPIVOT fysio_kapacitet ON borgere_pr_kapacitet, patienter_pr_kapacitet INTO NAME felt VALUE vaerdi) AS k
    JOIN omraade USING (omraade_id)
    GROUP BY GROUPING SETS ((speciale, felt, planomraade), (speciale, felt))
),
andet_speciale AS (
    SELECT speciale, maengde FROM samlet WHERE navn = 'region hovedstaden' AND felt = 'patienter_pr_kapacitet'
),
gennemsnit AS (
    SELECT 'gennemsnit' AS kontrol, 'fysio_kapacitet_total' AS tabel, t.navn AS raekke, t.speciale, s.felt,
        t.vaerdi AS trykt, 0.5 AS halv, s.maengde / kapacitet AS genberegnet, mindst / (kapacitet + 0.005) AS nedre,
        hoejst / (kapacitet - 0.005) AS oevre,
        'omraader' AS regel,
        to_json({'andet_speciale': a.speciale, 'det_andets_patienter': a.maengde / kapacitet}) AS led, t.kilde_id,
        t.kilde_linje, s.kilde_linje_2
    FROM (
        UNPIVOT fysio_kapacitet_total ON borgere_pr_kapacitet, patienter_pr_kapacitet INTO NAME felt VALUE vaerdi
    ) AS t
    JOIN samlet AS s ON s.navn = lower(t.navn) AND s.speciale = t.speciale AND s.felt = t.felt
    JOIN andet_speciale AS a ON a.speciale <> t.speciale
),
region_2 AS (
    SELECT r.*, p.borgere, p.patienter, p.aar AS optalt, p.kilde_linje AS bilagslinje
    FROM fysio_region AS r JOIN fysio_patienter_total AS p USING (speciale)
    WHERE region = 'hovedstaden' AND aar = 2023
),
-- Tabel 2's averages are the bilag's patients and citizens of 2023 over its own capacities.
tabel_2 AS (
    SELECT 'gennemsnit' AS kontrol, 'fysio_region' AS tabel, regionsnavn(region) AS raekke, speciale, felt,
        vaerdi AS trykt,
        0.5 AS halv, antal / kapacitet AS genberegnet, antal / (kapacitet + 0.005) AS nedre,
        antal / (kapacitet - 0.005) AS oevre,
        'tabel_2' AS regel, to_json({'hvad': split_part(felt, '_', 1), 'antal': antal, 'aar': optalt}) AS led,
        kilde_id, kilde_linje, bilagslinje AS kilde_linje_2
    FROM (
        SELECT *, 'borgere_pr_kapacitet' AS felt, borgere_pr_kapacitet AS vaerdi, borgere AS antal FROM region_2
        UNION ALL
        SELECT *, 'patienter_pr_kapacitet', patienter_pr_kapacitet, patienter FROM region_2
    )
),
regionerne AS (
    SELECT speciale, felt, sum(kapacitet * vaerdi) AS maengde, sum((kapacitet - 0.005) * (vaerdi - 0.5)) AS mindst,
        sum((kapacitet + 0.005) * (vaerdi + 0.5)) AS hoejst, min(kilde_linje) AS kilde_linje_2
    FROM (UNPIVOT fysio_region ON borgere_pr_kapacitet, patienter_pr_kapacitet INTO NAME felt VALUE vaerdi)
    WHERE region <> 'hele-landet'
    GROUP BY speciale, felt
),
landet AS (
    SELECT 'gennemsnit' AS kontrol, 'fysio_region' AS tabel, regionsnavn(region) AS raekke, speciale, felt,
        vaerdi AS trykt,
        0.5 AS halv, maengde / kapacitet AS genberegnet, mindst / (kapacitet + 0.005) AS nedre,
        hoejst / (kapacitet - 0.005) AS oevre,
        'landet' AS regel, kilde_id, kilde_linje, kilde_linje_2
    FROM (UNPIVOT fysio_region ON borgere_pr_kapacitet, patienter_pr_kapacitet INTO NAME felt VALUE vaerdi)
    JOIN regionerne USING (speciale, felt)
    WHERE region = 'hele-landet'
),
-- Both specialer of Tabel 2 divide the same population.
samme_folketal AS (
    SELECT 'samme_folketal' AS kontrol, 'fysio_region' AS tabel, regionsnavn(t.region) AS raekke, t.speciale,
        'borgere_pr_kapacitet' AS felt, t.borgere_pr_kapacitet AS trykt, 0.5 AS halv,
        a.kapacitet * a.borgere_pr_kapacitet / t.kapacitet AS genberegnet,
        (a.kapacitet - 0.005) * (a.borgere_pr_kapacitet - 0.5) / (t.kapacitet + 0.005) AS nedre,
        (a.kapacitet + 0.005) * (a.borgere_pr_kapacitet + 0.5) / (t.kapacitet - 0.005) AS oevre,
        'regioner' AS regel, t.kilde_id, t.kilde_linje, a.kilde_linje AS kilde_linje_2
    FROM fysio_region AS t JOIN fysio_region AS a ON a.region = t.region AND t.speciale = 62 AND a.speciale = 51
),
-- Tabel 2 and Tabel 3-4 are drawn at different dates. Tabel 4's patients are taken from its areas, not its total.
udtraek AS (
    SELECT 'udtraek' AS kontrol, 'fysio_region' AS tabel, regionsnavn(t.region) AS raekke, t.speciale, t.felt,
        t.vaerdi AS trykt,
        CASE t.felt WHEN 'kapacitet' THEN 0.005 ELSE 0.5 END AS halv,
        coalesce(g.genberegnet, k.vaerdi) AS genberegnet, coalesce(g.nedre, k.vaerdi - halv) AS nedre,
        coalesce(g.oevre, k.vaerdi + halv) AS oevre, 'regionen' AS regel, t.kilde_id, t.kilde_linje,
        k.kilde_linje AS kilde_linje_2
    FROM (
        UNPIVOT fysio_region ON kapacitet, borgere_pr_kapacitet, patienter_pr_kapacitet INTO NAME felt VALUE vaerdi
    ) AS t
    JOIN (
        UNPIVOT fysio_kapacitet_total ON kapacitet, borgere_pr_kapacitet, patienter_pr_kapacitet
        INTO NAME felt VALUE vaerdi
    ) AS k ON k.niveau = 'region' AND k.speciale = t.speciale AND k.felt = t.felt
    LEFT JOIN (SELECT raekke, speciale, felt, genberegnet, nedre, oevre FROM gennemsnit) AS g
        ON k.felt = 'patienter_pr_kapacitet' AND g.raekke = k.navn AND g.speciale = k.speciale AND g.felt = k.felt
    WHERE t.region = 'hovedstaden'
),
tabel_5 AS (
    SELECT 'sum' AS kontrol, 'fysio_ramme' AS tabel, regionsnavn(region) AS raekke, speciale, 'kapacitet' AS felt,
        f.kapacitet AS trykt, 0.005 AS halv, r.kapacitet AS genberegnet,
        'tabel_5' AS regel, f.kilde_id, f.kilde_linje, r.kilde_linje AS kilde_linje_2
    FROM fysio_ramme AS f JOIN fysio_region AS r USING (region, speciale)
)
FROM bilag_3
UNION ALL BY NAME FROM kommuner
UNION ALL BY NAME FROM gennemsnit
UNION ALL BY NAME FROM tabel_2
UNION ALL BY NAME FROM landet
UNION ALL BY NAME FROM samme_folketal
UNION ALL BY NAME FROM udtraek
UNION ALL BY NAME FROM tabel_5;
