-- Claims of the text (tekstpaastand) against fakta, and the text against itself.

CREATE VIEW kontrol_tekst AS
WITH paastand AS (
    SELECT t.*, 'tekstpaastand' AS tabel,
        CASE
            WHEN omraade_id IS NOT NULL THEN o.navn
            WHEN t.kommune_id IS NOT NULL THEN k.navn
            WHEN t.planomraade IS NOT NULL THEN 'Planområde ' || upper(left(t.planomraade, 1)) || substr(t.planomraade, 2)
            WHEN tal IS NULL THEN coalesce(tekst, regionsnavn(region))
        END AS raekke
    FROM tekstpaastand AS t LEFT JOIN omraade AS o USING (omraade_id)
    LEFT JOIN kommune AS k ON k.kommune_id = t.kommune_id
),
-- A claim and the one fact that has the same keys.
par AS (
    SELECT p.*, f.vaerdi, f.usikkerhed, f.plads_fra_top, f.plads_fra_bund, f.kilde_linje AS kilde_linje_2
    FROM paastand AS p
    JOIN fakta AS f ON f.hvad = p.hvad
        AND f.omraade_id IS NOT DISTINCT FROM p.omraade_id AND f.kommune_id IS NOT DISTINCT FROM p.kommune_id
        AND f.planomraade IS NOT DISTINCT FROM p.planomraade AND f.region IS NOT DISTINCT FROM p.region
        AND f.speciale IS NOT DISTINCT FROM p.speciale AND f.aar IS NOT DISTINCT FROM p.aar
    WHERE p.art <> 'del'
),
ventetid AS (
    SELECT speciale, avg(uger_max) AS hoejeste FROM fysio_ventetid GROUP BY speciale
),
tal AS (
    SELECT 'tekst_tal' AS kontrol, p.* EXCLUDE (usikkerhed), hvad AS felt, tal AS trykt, halv(tal) AS halv,
        vaerdi AS genberegnet, p.usikkerhed,
        CASE WHEN hvad IN ('uger_gns_regionen', 'borgere_pr_kapacitet_tabel_4', 'klinikejere',
            'fysioterapeuter_med_ydernummer', 'over_gennemsnittet_pct') THEN hvad ELSE 'tabeller' END AS regel,
        to_json({'hoejeste_ventetider': hoejeste}) AS led
    FROM par AS p LEFT JOIN ventetid AS v ON v.speciale = p.speciale
    WHERE tal IS NOT NULL AND art NOT IN ('over', 'under', 'er', 'ingen_over', 'de_fleste_under', 'andel')
),
vaekst AS (
    SELECT navn AS hoejest, vaerdi AS stoerst, (
        SELECT arg_max(kommune_id, tilvaekst) FROM (
            SELECT kommune_id, sum(CASE aar WHEN 2030 THEN borgere WHEN 2024 THEN -borgere END) AS tilvaekst
            FROM befolkning JOIN omraade USING (omraade_id) GROUP BY kommune_id
        )
    ) AS flest
    FROM fakta JOIN kommune USING (kommune_id) WHERE hvad = 'befolkningsvaekst_pct' AND plads_fra_top = 1
),
pladser AS (
    SELECT 'tekst_plads' AS kontrol, p.* EXCLUDE (usikkerhed), p.hvad AS felt,
        CASE art WHEN 'hoejest' THEN plads_fra_top ELSE plads_fra_bund END AS genberegnet, rang AS trykt,
        genberegnet <= rang AS holder,
        CASE WHEN kommune_id IS NOT NULL AND p.hvad = 'befolkningsvaekst_pct' THEN 'vaekst_i_kommune'
            WHEN p.hvad = 'pendlerandel_pct' THEN p.hvad ELSE 'tabeller' END AS regel,
        to_json({
            'ende': art, 'vaerdi': p.vaerdi, 'hoejest': hoejest, 'stoerst': stoerst, 'flest': flest = kommune_id,
            'foran': n.navn, 'foran_vaerdi': n.vaerdi
        }) AS led
    FROM par AS p CROSS JOIN vaekst
    LEFT JOIN (
        SELECT hvad, speciale, navn, vaerdi FROM fakta JOIN omraade USING (omraade_id) WHERE plads_fra_top = 1
    ) AS n ON n.hvad = p.hvad AND n.speciale = p.speciale AND p.hvad = 'pendlerandel_pct'
    WHERE rang IS NOT NULL
),
hovedstaden AS (
    SELECT hvad, speciale, vaerdi AS egen, kilde_linje AS egen_linje FROM fakta WHERE region = 'hovedstaden'
),
landet AS (
    SELECT hvad, speciale, vaerdi AS landets, kilde_linje AS landets_linje FROM fakta WHERE region = 'hele-landet'
),
regionen AS (
    SELECT speciale, borgere_pr_kapacitet AS regionens FROM fysio_kapacitet_total WHERE niveau = 'region'
),
sammenligninger AS (
    SELECT 'tekst_sammenligning' AS kontrol, p.* EXCLUDE (usikkerhed), hvad AS felt, vaerdi AS genberegnet,
        CASE art
            WHEN 'hovedstaden_lavere' THEN egen < vaerdi
            WHEN 'hovedstaden_hoejere' THEN egen > vaerdi
            WHEN 'taet_paa_landet' THEN egen = landets
            WHEN 'over_regionen' THEN vaerdi > regionens
            WHEN 'under_regionen' THEN vaerdi < regionens
            WHEN 'under_nul' THEN vaerdi < 0
            WHEN 'over' THEN vaerdi > tal
        END AS holder,
        CASE art WHEN 'taet_paa_landet' THEN art ELSE 'tabeller' END AS regel,
        to_json({'siger': art, 'egen': egen, 'landets': landets}) AS led
    FROM par AS p LEFT JOIN hovedstaden USING (hvad, speciale) LEFT JOIN landet USING (hvad, speciale)
    LEFT JOIN regionen USING (speciale)
    WHERE art IN ('hovedstaden_lavere', 'hovedstaden_hoejere', 'taet_paa_landet', 'over_regionen', 'under_regionen',
        'under_nul', 'over')
),
-- Ranges "from 7.400 to 9.000" and the areas that they name; and the areas that they leave out.
medlemmer AS (
    SELECT p.gruppe, p.speciale, min(vaerdi) AS mindst, max(vaerdi) AS stoerst,
        any_value(b.aar) AS optalt, arg_min(kilde_linje_2, vaerdi) AS mindst_linje,
        arg_max(kilde_linje_2, vaerdi) AS stoerst_linje,
        min(b.borgere / coalesce(e.kapacitet_foer, k.kapacitet)) AS mindst_foer,
        max(b.borgere / coalesce(e.kapacitet_foer, k.kapacitet)) AS stoerst_foer
    FROM par AS p
    JOIN fysio_kapacitet AS k USING (omraade_id, speciale)
    LEFT JOIN fysio_forslag_effekt AS e USING (omraade_id, speciale)
    JOIN befolkning AS b ON b.omraade_id = p.omraade_id AND b.aar = 2024
    WHERE art = 'blandt'
    GROUP BY p.gruppe, p.speciale
),
spaend AS (
    SELECT 'tekst_spaend' AS kontrol, p.*, 'borgere_pr_kapacitet' AS felt, tal AS trykt, 0.5 AS halv,
        CASE art WHEN 'fra' THEN mindst ELSE stoerst END AS genberegnet,
        'omraader' AS regel, to_json({
            'mindst': mindst, 'stoerst': stoerst, 'aar': optalt, 'mindst_foer': mindst_foer,
            'stoerst_foer': stoerst_foer
        }) AS led,
        CASE art WHEN 'fra' THEN mindst_linje ELSE stoerst_linje END AS kilde_linje_2
    FROM paastand AS p JOIN medlemmer AS m USING (gruppe) WHERE art IN ('fra', 'til')
),
udeladte AS (
    SELECT 'tekst_udeladt' AS kontrol, g.* EXCLUDE (omraade_id, paastand_id, raekke), f.omraade_id,
        g.gruppe || '-' || f.omraade_id AS paastand_id, navn AS raekke, 'borgere_pr_kapacitet' AS felt,
        f.vaerdi AS genberegnet, FALSE AS holder, 'omraader' AS regel,
        f.kilde_linje AS kilde_linje_2
    FROM (SELECT * FROM paastand WHERE art = 'fra') AS g
    JOIN medlemmer AS m USING (gruppe)
    JOIN fakta AS f ON f.hvad = 'borgere_pr_kapacitet' AND f.speciale = g.speciale AND f.omraade_id IS NOT NULL
        AND f.vaerdi > m.mindst AND f.vaerdi < m.stoerst
    JOIN omraade ON omraade.omraade_id = f.omraade_id
    WHERE f.omraade_id NOT IN (SELECT omraade_id FROM paastand WHERE art = 'blandt' AND gruppe = g.gruppe)
),
-- "Every fifth area". How near to a fifth it must be is for the check's tolerance to say.
graense AS (
    SELECT gruppe, hvad, speciale, art, tal AS graense FROM paastand
    WHERE gruppe IS NOT NULL AND omraade_id IS NULL AND art IN ('over', 'er')
),
andele AS (
    SELECT 'tekst_andel' AS kontrol, p.*, hvad AS felt, tal AS trykt, f.antal / nullif(f.rammer, 0) AS genberegnet,
        f.rammer * tal = f.antal AS holder, 'omraader' AS regel,
        to_json({'rammer': f.rammer, 'antal': f.antal}) AS led, f.kilde_linje AS kilde_linje_2
    FROM paastand AS p
    JOIN (
        SELECT g.gruppe, count(*) AS antal, min(kilde_linje) AS kilde_linje,
            count(*) FILTER (CASE g.art WHEN 'over' THEN vaerdi > graense ELSE vaerdi = graense END) AS rammer
        FROM graense AS g JOIN fakta AS f USING (hvad, speciale) WHERE f.omraade_id IS NOT NULL GROUP BY g.gruppe
    ) AS f USING (gruppe)
    WHERE p.art = 'andel'
),
alle_omraader AS (
    SELECT 'tekst_sammenligning' AS kontrol, p.*, hvad AS felt, tal AS trykt, hoejest AS genberegnet,
        CASE art WHEN 'ingen_over' THEN hoejest <= tal WHEN 'de_fleste_under' THEN midterst < tal END AS holder,
        'alle_omraader' AS regel, to_json({'siger': art}) AS led, kilde_linje_2
    FROM paastand AS p
    JOIN (
        SELECT hvad, speciale, max(vaerdi) AS hoejest, median(vaerdi) AS midterst,
            arg_max(kilde_linje, vaerdi) AS kilde_linje_2
        FROM fakta WHERE omraade_id IS NOT NULL GROUP BY hvad, speciale
    ) USING (hvad, speciale)
    WHERE art IN ('ingen_over', 'de_fleste_under')
),
to_specialer AS (
    SELECT 'tekst_sammenligning' AS kontrol, p.*, hvad AS felt, a.borgere_pr_kapacitet_uden AS trykt,
        b.borgere_pr_kapacitet_uden AS genberegnet, trykt < genberegnet AS holder,
        'to_specialer' AS regel, b.kilde_linje AS kilde_linje_2
    FROM paastand AS p JOIN fysio_forslag_total AS a ON a.speciale = p.speciale
    JOIN fysio_forslag_total AS b ON b.speciale = 62
    WHERE art = 'lavere_end_62'
),
placeringer AS (
    SELECT 'tekst_sammenligning' AS kontrol, p.*, 'planomraade' AS felt, o.planomraade = p.planomraade AS holder,
        p.planomraade AS trykt_tekst, 'placering' AS regel, to_json({'planomraade': o.planomraade}) AS led
    FROM paastand AS p JOIN omraade AS o USING (omraade_id) WHERE art = 'placering'
),
-- The number of the bilag that is referred to against the bilag that has that number.
henvisninger AS (
    SELECT 'tekst_henvisning' AS kontrol, p.*, 'bilag' AS felt, p.tal AS trykt, t.tal AS genberegnet,
        p.tal = t.tal AS holder,
        'bilag' AS regel, to_json({'hvad': p.hvad}) AS led, t.kilde_linje AS kilde_linje_2
    FROM paastand AS p
    JOIN paastand AS t ON t.art = 'titel' AND t.hvad = p.hvad AND t.speciale IS NOT DISTINCT FROM p.speciale
    WHERE p.art = 'henvisning'
),
navne AS (
    SELECT 'tekst_navn' AS kontrol, p.*, 'navn' AS felt, lower(t.navn) = p.tekst AS holder, p.tekst AS trykt_tekst,
        'speciale' AS regel, to_json({'navn': lower(t.navn)}) AS led, t.kilde_linje AS kilde_linje_2
    FROM paastand AS p JOIN fysio_tilskud_speciale AS t USING (speciale) WHERE p.art = 'navn'
),
timer AS (
    SELECT list(timer_pr_uge ORDER BY timer_pr_uge) FILTER (omraade_id IS NULL AND timer_pr_uge > 0) AS uden_sted,
        list(timer_pr_uge) AS alle, min(kilde_linje) FILTER (omraade_id IS NULL AND timer_pr_uge > 0) AS kilde_linje
    FROM ridefysio
),
ridetimer AS (
    SELECT 'tekst_ridefysioterapi' AS kontrol, p.*, 'timer_pr_uge' AS felt, p.tal AS trykt,
        list_contains(alle, p.tal) AS holder,
        'timer' AS regel, to_json({'uden_sted': uden_sted}) AS led, timer.kilde_linje AS kilde_linje_2
    FROM paastand AS p CROSS JOIN timer WHERE hvad = 'ridefysioterapi_timer' AND p.tal IS NOT NULL
),
ingen_ridning AS (
    SELECT 'tekst_ridefysioterapi' AS kontrol, p.*, 'timer_pr_uge' AS felt, count(r.omraade_id) = 0 AS holder,
        'intet_tilbud' AS regel, min(r.kilde_linje) AS kilde_linje_2
    FROM paastand AS p LEFT JOIN omraade AS o USING (planomraade)
    LEFT JOIN ridefysio AS r ON r.omraade_id = o.omraade_id AND r.timer_pr_uge > 0
    WHERE art = 'ingen'
    GROUP BY ALL
),
-- The same count in several places of the text: each value that differs from the first is shown once.
gentagelser AS (
    SELECT 'tekst_gentagelse' AS kontrol, p.*, hvad AS felt, tal AS trykt, 0 AS halv, foerste AS genberegnet,
        'foerste' AS regel, foerste_linje AS kilde_linje_2
    FROM paastand AS p
    JOIN (
        SELECT hvad, first(tal ORDER BY kilde_linje) AS foerste, min(kilde_linje) AS foerste_linje
        FROM paastand WHERE hvad = 'god_adgang_klinikker' GROUP BY hvad
    ) USING (hvad)
    QUALIFY row_number() OVER (PARTITION BY hvad, tal ORDER BY kilde_linje) = 1
),
samlet AS (
    FROM tal
    UNION ALL BY NAME FROM pladser
    UNION ALL BY NAME FROM sammenligninger
    UNION ALL BY NAME FROM spaend
    UNION ALL BY NAME FROM udeladte
    UNION ALL BY NAME FROM andele
    UNION ALL BY NAME FROM alle_omraader
    UNION ALL BY NAME FROM to_specialer
    UNION ALL BY NAME FROM placeringer
    UNION ALL BY NAME FROM henvisninger
    UNION ALL BY NAME FROM navne
    UNION ALL BY NAME FROM ridetimer
    UNION ALL BY NAME FROM ingen_ridning
    UNION ALL BY NAME FROM gentagelser
)
SELECT kontrol, tabel, paastand_id AS noegle, raekke, omraade_id, kommune_id, speciale, aar, felt, trykt, halv,
    genberegnet,
    usikkerhed, holder, trykt_tekst, regel, led,
    tal AS raekke_tal, enhed, kilde_id, kilde_linje, kilde_linje_2
FROM samlet;
