-- What the tables say of each thing that the text makes a claim about (tekstpaastand.hvad).

-- Each measurable thing that a claim may be about: its value, how far rounding lets it reach, and its rank.
CREATE VIEW fakta AS
WITH maal AS (
    SELECT 'borgere_pr_kapacitet' AS hvad, omraade_id, speciale, borgere_pr_kapacitet AS vaerdi, kilde_linje
    FROM fysio_kapacitet
    UNION ALL BY NAME
    SELECT 'borgere_pr_kapacitet' AS hvad, lower(navn) AS planomraade, speciale, borgere_pr_kapacitet AS vaerdi,
        kilde_linje
    FROM fysio_kapacitet_total WHERE niveau = 'planomraade'
    UNION ALL BY NAME
    SELECT felt AS hvad, region, speciale, vaerdi, kilde_linje
    FROM (
        UNPIVOT fysio_region ON borgere_pr_kapacitet, patienter_pr_kapacitet, kapacitet INTO NAME felt VALUE vaerdi
    )
    UNION ALL BY NAME
    SELECT 'kapacitet' AS hvad, region, sum(kapacitet) AS vaerdi, 0.01 AS usikkerhed, min(kilde_linje) AS kilde_linje
    FROM fysio_region GROUP BY region
    UNION ALL BY NAME
    SELECT 'borgere_pr_kapacitet_tabel_4' AS hvad, 'hovedstaden' AS region, speciale, borgere_pr_kapacitet AS vaerdi,
        kilde_linje
    FROM fysio_kapacitet_total WHERE niveau = 'region' AND speciale = 62
    UNION ALL BY NAME
    SELECT 'over_gennemsnittet_pct' AS hvad, lower(p.navn) AS planomraade, speciale,
        100 * (p.borgere_pr_kapacitet / r.borgere_pr_kapacitet - 1) AS vaerdi,
        100 * (p.borgere_pr_kapacitet + r.borgere_pr_kapacitet) / 2 / r.borgere_pr_kapacitet ^ 2 AS usikkerhed,
        p.kilde_linje
    FROM fysio_kapacitet_total AS p JOIN fysio_kapacitet_total AS r USING (speciale)
    WHERE p.niveau = 'planomraade' AND r.niveau = 'region'
    UNION ALL BY NAME
    SELECT 'befolkningsvaekst_pct' AS hvad, s.omraade_id, s.planomraade, s.region, s.kommune_id, 2030 AS aar,
        100 * (s.borgere_2030 / s.borgere_2024 - 1) AS vaerdi, s.kilde_linje
    FROM (
        SELECT omraade_id, NULL AS kommune_id, NULL AS planomraade, NULL AS region,
            first(borgere) FILTER (aar = 2024) AS borgere_2024,
            first(borgere) FILTER (aar = 2030) AS borgere_2030, min(kilde_linje) AS kilde_linje
        FROM befolkning GROUP BY omraade_id
        UNION ALL BY NAME
        SELECT kommune_id, sum(borgere) FILTER (aar = 2024) AS borgere_2024,
            sum(borgere) FILTER (aar = 2030) AS borgere_2030, min(b.kilde_linje) AS kilde_linje
        FROM befolkning AS b JOIN omraade USING (omraade_id) GROUP BY kommune_id
        UNION ALL BY NAME
        SELECT CASE niveau WHEN 'planomraade' THEN lower(navn) END AS planomraade,
            CASE niveau WHEN 'region' THEN 'hovedstaden' END AS region,
            first(borgere) FILTER (aar = 2024) AS borgere_2024,
            first(borgere) FILTER (aar = 2030) AS borgere_2030, min(kilde_linje) AS kilde_linje
        FROM befolkning_total GROUP BY niveau, navn
    ) AS s
    UNION ALL BY NAME
    SELECT 'patienter' AS hvad, speciale, aar, sum(patienter) AS vaerdi, min(kilde_linje) AS kilde_linje
    FROM fysio_patienter_total GROUP BY GROUPING SETS ((speciale, aar), (aar))
    UNION ALL BY NAME
    SELECT 'patienter_behandlet' AS hvad, speciale, 2023 AS aar, patienter AS vaerdi, kilde_linje
    FROM fysio_tilskud_speciale
    UNION ALL BY NAME
    SELECT 'tilskud_pr_borger_kr' AS hvad, kommune_id, speciale, 2023 AS aar, tilskud_pr_borger_kr AS vaerdi, kilde_linje
    FROM fysio_tilskud_kommune
    UNION ALL BY NAME
    SELECT 'afvigelse_fra_bloktilskud_pct' AS hvad, region, speciale, afvigelse_pct AS vaerdi, kilde_linje
    FROM fysio_ramme
    UNION ALL BY NAME
    SELECT 'under_bloktilskud_pct' AS hvad, region, speciale, -afvigelse_pct AS vaerdi, kilde_linje FROM fysio_ramme
    UNION ALL BY NAME
    SELECT unnest(['klinikejere', 'fysioterapeuter_med_ydernummer', 'fysioterapeuter_i_alt']) AS hvad,
        unnest([ejer, ejer + lejer + ejer_uden_kapacitet, i_alt]) AS vaerdi, kilde_linje
    FROM fysio_terapeut WHERE planomraade = 'hovedtotal'
    UNION ALL BY NAME
    SELECT 'kommuner_med_klinik' AS hvad, count(DISTINCT kommune_id) AS vaerdi, min(v.kilde_linje) AS kilde_linje
    FROM fysio_ventetid AS v JOIN omraade USING (omraade_id) WHERE klinikker > 0
    UNION ALL BY NAME
    SELECT 'uger_gns' AS hvad, omraade_id, speciale, uger_gns AS vaerdi, 0.05 AS usikkerhed, kilde_linje
    FROM fysio_ventetid
    UNION ALL BY NAME
    SELECT 'uger_gns_regionen' AS hvad, 'hovedstaden' AS region, speciale, avg(uger_gns) AS vaerdi, 0.05 AS usikkerhed,
        min(kilde_linje) AS kilde_linje
    FROM fysio_ventetid GROUP BY speciale
    UNION ALL BY NAME
    SELECT 'ridefysioterapi_patienter' AS hvad, 65 AS speciale, 2023 AS aar, sum(borgere * promille) / 1000 AS vaerdi,
        sum(borgere) * 0.005 / 1000 AS usikkerhed, min(kilde_linje) AS kilde_linje
    FROM ridefysio
    UNION ALL BY NAME
    SELECT unnest(['ridefysioterapi_kapaciteter', 'ridefysioterapi_kapaciteter_over_30_timer']) AS hvad, 65 AS speciale,
        unnest([count(*), count(*) FILTER (timer_pr_uge > 30)]) AS vaerdi, min(kilde_linje) AS kilde_linje
    FROM ridefysio WHERE timer_pr_uge > 0
    UNION ALL BY NAME
    SELECT hvad, sum(tal) AS vaerdi, min(kilde_linje) AS kilde_linje
    FROM tekstpaastand WHERE art = 'del' GROUP BY hvad
    UNION ALL BY NAME
    SELECT felt AS hvad, omraade_id, speciale, 2030 AS aar, vaerdi, kilde_linje
    FROM (
        UNPIVOT fysio_forslag_effekt ON forandring_pct, borgere_pr_kapacitet_uden, borgere_pr_kapacitet_med
        INTO NAME felt VALUE vaerdi
    )
    UNION ALL BY NAME
    SELECT 'pendlerandel_pct' AS hvad, omraade_id, speciale, aar, pendler_pct AS vaerdi, a.kilde_linje
    FROM fysio_pendling_andel AS a JOIN pendling_sted USING (sted_id)
    CROSS JOIN (SELECT DISTINCT speciale, aar FROM fysio_pendling)
    WHERE omraade_id IS NOT NULL
)
SELECT *,
    CASE WHEN region IS DISTINCT FROM 'hele-landet' THEN rank() OVER (slags ORDER BY vaerdi DESC) END AS plads_fra_top,
    CASE WHEN region IS DISTINCT FROM 'hele-landet' THEN rank() OVER (slags ORDER BY vaerdi) END AS plads_fra_bund
FROM maal
WINDOW slags AS (
    PARTITION BY hvad, speciale, aar, omraade_id IS NULL, kommune_id IS NULL, planomraade IS NULL, region IS NULL,
        region IS DISTINCT FROM 'hele-landet'
);
