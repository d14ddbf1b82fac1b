-- Money and patients (Tabel 5 to 8, bilag 1 and 2), growth (bilag 3) and the budget for new capacity.

CREATE VIEW kontrol_penge_og_patienter AS
WITH ramme AS (
    SELECT *, (kapacitet - 0.005) * (tilskud_pr_kapacitet_kr - 0.5) AS mindst,
        (kapacitet + 0.005) * (tilskud_pr_kapacitet_kr + 0.5) AS hoejst
    FROM fysio_ramme
),
fuld_udnyttelse AS (
    SELECT 'tabel_5' AS kontrol, 'fysio_ramme' AS tabel, regionsnavn(region) AS raekke, speciale,
        'tilskud_fuld_udnyttelse_kr' AS felt, tilskud_fuld_udnyttelse_kr AS trykt, 0.5 AS halv,
        kapacitet * tilskud_pr_kapacitet_kr AS genberegnet, mindst AS nedre, hoejst AS oevre,
        'fuld_udnyttelse' AS regel, kilde_id, kilde_linje
    FROM ramme
),
afvigelse AS (
    SELECT 'tabel_5' AS kontrol, 'fysio_ramme' AS tabel, regionsnavn(region) AS raekke, speciale,
        'afvigelse_pct' AS felt,
        afvigelse_pct AS trykt, 0.5 AS halv,
        100 * (tilskud_fuld_udnyttelse_kr / bloktilskudsandel_kr - 1) AS genberegnet,
        'afvigelse' AS regel, kilde_id, kilde_linje
    FROM ramme
),
-- The key that divides the block grant is the same for both specialer.
noegle AS (
    SELECT 'tabel_5' AS kontrol, 'fysio_ramme' AS tabel, regionsnavn(t.region) AS raekke, t.speciale,
        'bloktilskudsandel_kr' AS felt, t.bloktilskudsandel_kr AS trykt, 0.5 AS halv,
        t.ramme_kr * a.bloktilskudsandel_kr / a.ramme_kr AS genberegnet,
        (t.ramme_kr - 0.5) * (a.bloktilskudsandel_kr - 0.5) / (a.ramme_kr + 0.5) AS nedre,
        (t.ramme_kr + 0.5) * (a.bloktilskudsandel_kr + 0.5) / (a.ramme_kr - 0.5) AS oevre,
        'noegle' AS regel, t.kilde_id, t.kilde_linje, a.kilde_linje AS kilde_linje_2
    FROM ramme AS t JOIN ramme AS a ON a.region = t.region AND a.speciale = 51 AND t.speciale = 62
),
befolkning_2023 AS (
    SELECT tal AS borgere, kilde_id, kilde_linje FROM tekstpaastand WHERE paastand_id = 'befolkning-december-2023'
),
tabel_6 AS (
    SELECT 'tilskud' AS kontrol, 'fysio_tilskud_speciale' AS tabel, navn AS raekke, speciale, felt,
        CASE felt WHEN 'tilskud_pr_patient_kr' THEN tilskud_pr_patient_kr ELSE tilskud_pr_borger_kr END AS trykt,
        0.05 AS halv, CASE felt WHEN 'tilskud_pr_patient_kr' THEN patienter ELSE borgere END AS antal,
        tilskud_kr / antal AS genberegnet, 0.05 / antal AS usikkerhed,
        'specialer' AS regel, to_json({'tilskud_kr': tilskud_kr, 'antal': antal}) AS led, t.kilde_id, t.kilde_linje,
        b.kilde_linje AS kilde_linje_2
    FROM fysio_tilskud_speciale AS t CROSS JOIN befolkning_2023 AS b
    CROSS JOIN (VALUES ('tilskud_pr_patient_kr'), ('tilskud_pr_borger_kr')) AS f(felt)
),
kommunetilskud AS (
    SELECT 'tilskud' AS kontrol, 'fysio_tilskud_kommune' AS tabel, kommune_id, navn AS raekke, speciale, felt,
        CASE felt WHEN 'tilskud_pr_patient_kr' THEN tilskud_pr_patient_kr ELSE tilskud_pr_borger_kr END AS trykt,
        0.5 AS halv, CASE felt WHEN 'tilskud_pr_patient_kr' THEN patienter ELSE borgere END AS antal,
        tilskud_kr / antal AS genberegnet, 0.5 / antal AS usikkerhed,
        'kommuner' AS regel, to_json({'tilskud_kr': tilskud_kr, 'antal': antal}) AS led, kilde_id, kilde_linje
    FROM fysio_tilskud_kommune JOIN kommune USING (kommune_id)
    CROSS JOIN (VALUES ('tilskud_pr_patient_kr'), ('tilskud_pr_borger_kr')) AS f(felt)
),
-- The kommuner of Tabel 7 and 8 against Tabel 6. Kroner add up. A patient who is treated in two kommuner counts once in
-- the region and in both of them: the region has no more patients than they have together, and no fewer than the
-- largest of them. That København's row is short shows in Tabel 3 and 4.
tilskud AS (
    UNPIVOT fysio_tilskud_kommune ON patienter, tilskud_kr INTO NAME felt VALUE vaerdi
),
sum_af_kommuner AS (
    SELECT speciale, felt, count(*) AS kommuner, sum(vaerdi) AS i_alt, max(vaerdi) AS stoerst,
        sum(vaerdi) FILTER (kommune_id <> 'koebenhavn') AS de_andre,
        sum(vaerdi) FILTER (kommune_id = 'koebenhavn') AS koebenhavn,
        min(kilde_linje) FILTER (kommune_id = 'koebenhavn') AS kilde_linje
    FROM tilskud GROUP BY speciale, felt
),
-- That its row is of the areas in planområde Byen alone is inferred: bilag 4 counts the patients of 2023 on speciale 51
-- by the clinic's area, and Tabel 4 those of 2024 on 62.
behandlet_2023 AS (
    SELECT klinik_id AS omraade_id, speciale, sum(patienter) AS patienter FROM fysio_pendling GROUP BY ALL
),
koebenhavn AS (
    SELECT speciale, sum(kapacitet * patienter_pr_kapacitet) AS patienter,
        count(*) FILTER (planomraade = 'byen') AS byens_omraader,
        sum(coalesce(b.patienter, kapacitet * patienter_pr_kapacitet)) FILTER (planomraade = 'byen') AS byens,
        list(navn ORDER BY navn) FILTER (planomraade <> 'byen') AS uden_for
    FROM fysio_kapacitet JOIN omraade USING (omraade_id) LEFT JOIN behandlet_2023 AS b USING (omraade_id, speciale)
    WHERE kommune_id = 'koebenhavn' GROUP BY speciale
),
specialet AS (
    SELECT speciale, navn, felt, vaerdi, kilde_id, kilde_linje
    FROM (UNPIVOT fysio_tilskud_speciale ON patienter, tilskud_kr INTO NAME felt VALUE vaerdi)
),
mod_tabel_6 AS (
    SELECT 'tabel_6' AS kontrol, 'fysio_tilskud_speciale' AS tabel, navn AS raekke, speciale, felt, vaerdi AS trykt,
        CASE felt WHEN 'patienter' THEN 0 ELSE 0.05 END AS halv, i_alt AS genberegnet,
        CASE felt WHEN 'patienter' THEN stoerst ELSE i_alt - 0.5 * kommuner END AS nedre,
        CASE felt WHEN 'patienter' THEN i_alt ELSE i_alt + 0.5 * kommuner END AS oevre, felt AS regel, t.kilde_id,
        t.kilde_linje, s.kilde_linje AS kilde_linje_2
    FROM specialet AS t JOIN sum_af_kommuner AS s USING (speciale, felt)
),
koebenhavns_raekke AS (
    SELECT 'tabel_6' AS kontrol, 'fysio_tilskud_kommune' AS tabel, 'koebenhavn' AS kommune_id, 'København' AS raekke,
        speciale, felt, s.koebenhavn AS trykt, CASE felt WHEN 'patienter' THEN 0 ELSE 0.5 END AS halv,
        vaerdi - de_andre AS genberegnet,
        CASE felt WHEN 'patienter' THEN genberegnet ELSE genberegnet - 0.5 * (kommuner - 1) - 0.05 END AS nedre,
        CASE felt WHEN 'patienter' THEN vaerdi ELSE genberegnet + 0.5 * (kommuner - 1) + 0.05 END AS oevre,
        'koebenhavns_' || felt AS regel, to_json({
            'byens_patienter': k.patienter, 'byens_omraader': byens_omraader, 'planomraadets_patienter': byens,
            'uden_for': uden_for
        }) AS led, t.kilde_id, s.kilde_linje,
        t.kilde_linje AS kilde_linje_2
    FROM specialet AS t JOIN sum_af_kommuner AS s USING (speciale, felt) JOIN koebenhavn AS k USING (speciale)
),
borgere_2024 AS (
    SELECT 'borgere_2023' AS kontrol, 'tekstpaastand' AS tabel, 'Region Hovedstaden' AS raekke, 2023 AS aar,
        'borgere' AS felt, b.borgere AS trykt, 0 AS halv, k.borgere AS genberegnet, 'kommuner' AS regel,
        b.kilde_id, b.kilde_linje, k.kilde_linje AS kilde_linje_2
    FROM befolkning_2023 AS b
    CROSS JOIN (
        SELECT sum(borgere) AS borgere, min(kilde_linje) AS kilde_linje FROM fysio_tilskud_kommune WHERE speciale = 51
    ) AS k
),
-- Both are called the patients of 2023 in the region.
behandlede AS (
    SELECT 'patienter_2023' AS kontrol, 'fysio_tilskud_speciale' AS tabel, navn AS raekke, speciale, 2023 AS aar,
        'patienter' AS felt, t.patienter AS trykt, 0 AS halv, p.patienter AS genberegnet, 'behandlede' AS regel,
        t.kilde_id, t.kilde_linje, p.kilde_linje AS kilde_linje_2
    FROM fysio_tilskud_speciale AS t JOIN fysio_patienter_total AS p USING (speciale) WHERE p.aar = 2023
),
patientraekke AS (
    SELECT 'fysio_patienter' AS tabel, kommune_id, navn AS raekke, speciale, aar, borgere, patienter,
        patienter_pr_1000, kilde_id, kilde_linje
    FROM fysio_patienter JOIN kommune USING (kommune_id)
    UNION ALL BY NAME
    SELECT 'fysio_patienter_total' AS tabel, 'Region Hovedstaden' AS raekke, * FROM fysio_patienter_total
),
pr_1000 AS (
    SELECT 'pr_1000' AS kontrol, tabel, kommune_id, raekke, speciale, aar, 'patienter_pr_1000' AS felt,
        patienter_pr_1000 AS trykt, 0.05 AS halv, 1000 * patienter / borgere AS genberegnet,
        'patienter' AS regel, to_json({'patienter': patienter, 'borgere': borgere}) AS led, kilde_id, kilde_linje
    FROM patientraekke
),
patientvaekst AS (
    SELECT 'vaekst' AS kontrol,
        CASE WHEN f.kommune_id IS NULL THEN 'fysio_patienter_total' ELSE 'fysio_patienter_aendring' END AS tabel,
        f.kommune_id, f.raekke, f.speciale, e.aar, 'aendring_pct' AS felt,
        coalesce(a.aendring_pct, t.aendring_pct) AS trykt,
        0.5 AS halv, 100 * (e.patienter / f.patienter - 1) AS genberegnet,
        'patienter' AS regel, to_json({'fra': f.patienter, 'til': e.patienter}) AS led, f.kilde_id, f.kilde_linje
    FROM patientraekke AS f
    JOIN patientraekke AS e ON e.raekke = f.raekke AND e.speciale = f.speciale AND e.aar > f.aar
    LEFT JOIN fysio_patienter_aendring AS a ON a.kommune_id = f.kommune_id AND a.speciale = f.speciale
    LEFT JOIN fysio_patienter_total AS t ON f.kommune_id IS NULL AND t.speciale = f.speciale AND t.aar = e.aar
),
folketal AS (
    SELECT 'omraade' AS niveau, navn, omraade_id, aar, borgere
    FROM befolkning JOIN omraade USING (omraade_id)
    UNION ALL BY NAME
    SELECT niveau, navn, aar, borgere FROM befolkning_total
),
befolkningsvaekst AS (
    SELECT 'vaekst' AS kontrol, 'befolkning_aendring' AS tabel, a.omraade_id,
        CASE a.niveau WHEN 'planomraade' THEN 'Planområde ' ELSE '' END || a.navn AS raekke, e.aar,
        'aendring_pct' AS felt, aendring_pct AS trykt, 0.05 AS halv, 100 * (e.borgere / f.borgere - 1) AS genberegnet,
        'borgere' AS regel, to_json({'fra': f.borgere, 'til': e.borgere}) AS led, a.kilde_id, a.kilde_linje
    FROM befolkning_aendring AS a
    JOIN folketal AS f ON f.niveau = a.niveau AND f.navn = a.navn AND f.aar = 2024
    JOIN folketal AS e ON e.niveau = a.niveau AND e.navn = a.navn AND e.aar = 2030
),
budget AS (
    PIVOT (SELECT speciale, noegle, vaerdi FROM fysio_budget) ON noegle IN (
        'ramme_national', 'ramme_regional', 'ramme_regional_i_forslag', 'regionens_andel', 'borgernes_andel',
        'kapaciteter_hoejst', 'kapaciteter_foreslaaet', 'kapaciteter_reserveret', 'kapaciteter_tabel_10'
    ) USING first(vaerdi) GROUP BY speciale
),
budgetkrav AS (
    SELECT b.speciale, k.*
    FROM budget AS b
    JOIN (SELECT ramme_national AS ramme_62 FROM budget WHERE speciale = 62) ON TRUE
    JOIN fysio_ramme AS r ON r.speciale = b.speciale AND r.region = 'hovedstaden'
    CROSS JOIN LATERAL (VALUES
        ('ramme_regional_i_forslag', 'ramme_regional', 0.05, ramme_regional, 0.05, 'ramme_i_forslag',
            to_json({'ramme_national': ramme_national})),
        ('ramme_regional', 'ramme_national', 0.05, ramme_national * bloktilskudsandel_kr / ramme_kr,
            0.05 * bloktilskudsandel_kr / ramme_kr, 'ramme_regional',
            to_json({'noegle_pct': 100 * bloktilskudsandel_kr / ramme_kr})),
        ('ramme_national', 'regionens_andel', 0.05, CASE WHEN b.speciale = 51 THEN regionens_andel / 100 * ramme_62 END,
            0.005 * ramme_62 + 0.05 * regionens_andel / 100, 'ramme_national',
            to_json({'andel_pct': regionens_andel, 'ramme_62': ramme_62})),
        ('borgernes_andel', 'regionens_andel', 0, 100 - regionens_andel, 0, 'andele', NULL),
        ('kapaciteter_hoejst', 'kapaciteter_foreslaaet', 0, kapaciteter_foreslaaet + kapaciteter_reserveret, 0,
            'forslag_og_reserve', NULL),
        ('kapaciteter_hoejst', 'ramme_regional', 0.05, 1000000 * ramme_regional / tilskud_pr_kapacitet_kr,
            1000000 * 0.05 / tilskud_pr_kapacitet_kr, 'tilskud_pr_kapacitet',
            to_json({'ramme_regional': ramme_regional, 'tilskud_pr_kapacitet_kr': tilskud_pr_kapacitet_kr})),
        ('kapaciteter_foreslaaet', 'kapaciteter_tabel_10', 0, kapaciteter_tabel_10, 0, 'tabel_10', NULL)
    ) AS k(felt, mod, halv, genberegnet, usikkerhed, regel, led)
),
budgetter AS (
    SELECT 'budget' AS kontrol, 'fysio_budget' AS tabel, concat_ws('-', k.speciale, felt, 'mod', mod) AS noegle,
        t.vaerdi AS raekke_tal, t.enhed, k.speciale, felt, t.vaerdi AS trykt, halv, genberegnet, usikkerhed, regel,
        led, t.kilde_id, t.kilde_linje, m.kilde_linje AS kilde_linje_2
    FROM budgetkrav AS k
    JOIN fysio_budget AS t ON t.speciale = k.speciale AND t.noegle = k.felt
    LEFT JOIN fysio_budget AS m ON m.speciale = k.speciale AND m.noegle = k.mod
    WHERE genberegnet IS NOT NULL
),
tabel_10 AS (
    SELECT 'sum' AS kontrol, 'fysio_budget' AS tabel, 'tabel 10' AS raekke, b.speciale, noegle AS felt, vaerdi AS trykt,
        0 AS halv, f.tillaeg AS genberegnet, 'tabel_10' AS regel, b.kilde_id, b.kilde_linje,
        f.kilde_linje AS kilde_linje_2
    FROM fysio_budget AS b
    JOIN (SELECT speciale, sum(tillaeg) AS tillaeg, min(kilde_linje) AS kilde_linje FROM fysio_forslag GROUP BY speciale)
        AS f USING (speciale)
    WHERE noegle = 'kapaciteter_tabel_10'
)
FROM fuld_udnyttelse
UNION ALL BY NAME FROM afvigelse
UNION ALL BY NAME FROM noegle
UNION ALL BY NAME SELECT * EXCLUDE (antal) FROM tabel_6
UNION ALL BY NAME SELECT * EXCLUDE (antal) FROM kommunetilskud
UNION ALL BY NAME FROM mod_tabel_6
UNION ALL BY NAME FROM koebenhavns_raekke
UNION ALL BY NAME FROM borgere_2024
UNION ALL BY NAME FROM behandlede
UNION ALL BY NAME FROM pr_1000
UNION ALL BY NAME FROM patientvaekst
UNION ALL BY NAME FROM befolkningsvaekst
UNION ALL BY NAME FROM budgetter
UNION ALL BY NAME FROM tabel_10;
