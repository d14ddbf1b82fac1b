-- Waits (bilag 6 and 7) within themselves, and ridefysioterapi (Tabel 9) against the other populations and patients.

CREATE VIEW kontrol_ventetid_og_ridning AS
WITH
-- One clinic has the lowest wait and one the highest, which bounds the average of all.
ventetider AS (
    SELECT 'ventetid' AS kontrol, 'fysio_ventetid' AS tabel, omraade_id, navn AS raekke, speciale, 'uger_gns' AS felt,
        uger_gns AS trykt, 0.05 AS halv,
        CASE klinikker WHEN 1 THEN uger_min ELSE ((klinikker - 1) * uger_min + uger_max) / klinikker END AS nedre,
        CASE klinikker WHEN 1 THEN uger_max ELSE (uger_min + (klinikker - 1) * uger_max) / klinikker END AS oevre,
        (nedre + oevre) / 2 AS genberegnet,
        'klinikker' AS regel, to_json({'klinikker': klinikker, 'uger_min': uger_min, 'uger_max': uger_max}) AS led,
        kilde_id, kilde_linje
    FROM fysio_ventetid JOIN omraade USING (omraade_id)
),
rideraekke AS (
    SELECT *, rtrim(lower(split_part(geografi, ' ', 1)), ':') AS planomraade, 'ridefysio' AS tabel FROM ridefysio
),
-- Bornholm, Midt and Nord are made of whole kommuner, which bilag 1 counts in the same year as Tabel 9 names.
kommuner_2023 AS (
    SELECT planomraade, sum(borgere) AS borgere, min(p.kilde_linje) AS kilde_linje
    FROM fysio_patienter AS p JOIN (SELECT DISTINCT planomraade, kommune_id FROM omraade) USING (kommune_id)
    WHERE aar = 2023 AND speciale = 51 AND planomraade IN ('bornholm', 'midt', 'nord')
    GROUP BY planomraade
),
-- From the proposal: the population of 2030 that Tabel 11 implies, by area that is a planområde of its own.
forslagets_2030 AS (
    SELECT planomraade, (kapacitet_foer - 0.005) * (borgere_pr_kapacitet_uden - 0.5) AS nedre,
        (kapacitet_foer + 0.005) * (borgere_pr_kapacitet_uden + 0.5) AS oevre
    FROM fysio_forslag_effekt JOIN omraade USING (omraade_id) WHERE speciale = 51 AND planomraade = omraade_id
),
hele_omraader AS (
    SELECT 'ride_befolkning' AS kontrol, tabel, geografi AS raekke, 2023 AS aar, 'borgere' AS felt, r.borgere AS trykt,
        0 AS halv, k.borgere AS genberegnet, 'hele_omraader' AS regel,
        to_json({'som_i_forslaget': coalesce(r.borgere BETWEEN f.nedre AND f.oevre, FALSE)}) AS led, kilde_id,
        r.kilde_linje, k.kilde_linje AS kilde_linje_2
    FROM rideraekke AS r JOIN kommuner_2023 AS k USING (planomraade) LEFT JOIN forslagets_2030 AS f USING (planomraade)
    WHERE r.borgere IS NOT NULL
),
-- Syd and Byen swap Amager in Tabel 9. Bilag 3 for 2024 shows that more than Amager has moved.
delt AS (
    SELECT planomraade, sum(borgere) AS borgere,
        sum(borgere) FILTER (omraade_id = 'amager') AS amager,
        sum(borgere) FILTER (er_bydel AND omraade_id <> 'amager') AS andre_bydele,
        list(navn ORDER BY navn) FILTER (er_bydel AND omraade_id <> 'amager') AS bydele,
        min(b.kilde_linje) AS kilde_linje
    FROM befolkning AS b JOIN omraade USING (omraade_id) WHERE aar = 2024 GROUP BY planomraade
),
delte_omraader AS (
    SELECT 'ride_befolkning' AS kontrol, tabel, geografi AS raekke, 2023 AS aar, 'borgere' AS felt, r.borgere AS trykt,
        0 AS halv,
        CASE planomraade WHEN 'syd' THEN d.borgere - syd.amager ELSE d.borgere + syd.amager END AS genberegnet,
        'delte_omraader' AS regel,
        to_json({
            'bydele': syd.bydele,
            'alle_flyttet': CASE planomraade WHEN 'syd' THEN genberegnet - syd.andre_bydele
                ELSE genberegnet + syd.andre_bydele END
        }) AS led, kilde_id, r.kilde_linje, d.kilde_linje AS kilde_linje_2
    FROM rideraekke AS r JOIN delt AS d USING (planomraade) JOIN delt AS syd ON syd.planomraade = 'syd'
    WHERE r.borgere IS NOT NULL AND planomraade IN ('syd', 'byen')
),
hele_regionen AS (
    SELECT 'ride_befolkning' AS kontrol, 'ridefysio' AS tabel, 'I alt' AS raekke, 2023 AS aar, 'borgere' AS felt,
        sum(r.borgere) AS trykt, 0 AS halv, t.tal AS genberegnet,
        'hele_regionen' AS regel, r.kilde_id, min(r.kilde_linje) AS kilde_linje, t.kilde_linje AS kilde_linje_2
    FROM ridefysio AS r JOIN tekstpaastand AS t ON t.paastand_id = 'befolkning-december-2023'
    GROUP BY t.tal, t.kilde_linje, r.kilde_id
),
patienter AS (
    SELECT 'ride_patienter' AS kontrol, 'fysio_tilskud_speciale' AS tabel, navn AS raekke, t.speciale, 2023 AS aar,
        'patienter' AS felt, t.patienter AS trykt, 0 AS halv, b.tal AS genberegnet, 'patienter' AS regel,
        to_json({'i_region_sjaelland': s.tal}) AS led, t.kilde_id, t.kilde_linje, b.kilde_linje AS kilde_linje_2
    FROM fysio_tilskud_speciale AS t
    JOIN tekstpaastand AS b ON b.hvad = 'ridefysioterapi_patienter' AND b.speciale = t.speciale
    JOIN tekstpaastand AS s ON s.hvad = 'ridefysioterapi_i_region_sjaelland' AND s.speciale = t.speciale
)
FROM ventetider
UNION ALL BY NAME FROM hele_omraader
UNION ALL BY NAME FROM delte_omraader
UNION ALL BY NAME FROM hele_regionen
UNION ALL BY NAME FROM patienter;
