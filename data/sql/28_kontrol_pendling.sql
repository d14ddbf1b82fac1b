-- Commuting (bilag 4, speciale 51): its printed shares and bilag 1 against its cells, and the text against it.
--
-- The lost cell has a least and a most; what it is part of has two ends (nedre, oevre), and genberegnet is their middle.
-- A blank cell adds nobody. Who lives nobody knows where is left out of the shares of those who live somewhere; a clinic
-- in an unknown place is another place, as in the annex itself.

CREATE VIEW kontrol_pendling AS
WITH celle AS (
    SELECT p.klinik_id, p.hjem_id, p.speciale, p.aar, p.kilde_linje,
        coalesce(p.patienter, p.patienter_mindst, 0) AS mindst, coalesce(p.patienter, p.patienter_hoejst, 0) AS hoejst,
        coalesce(k.kommune_id, p.klinik_id) AS klinikkens_kommune, h.kommune_id
    FROM fysio_pendling AS p
    LEFT JOIN omraade AS k ON k.omraade_id = p.klinik_id
    LEFT JOIN omraade AS h ON h.omraade_id = p.hjem_id
),
-- Of each row, column and home kommune: how many per cent are treated where they live, at both ends of the lost cell.
hjemme AS (
    SELECT 'raekke' AS niveau, klinik_id AS sted_id, speciale, aar,
        100 * sum(mindst) FILTER (klinik_id = hjem_id) / sum(mindst) AS foerst,
        100 * sum(hoejst) FILTER (klinik_id = hjem_id) / sum(hoejst) AS sidst
    FROM celle GROUP BY klinik_id, speciale, aar
    UNION ALL
    SELECT 'omraade', hjem_id, speciale, aar,
        100 * sum(mindst) FILTER (klinik_id = hjem_id) / sum(mindst),
        100 * sum(hoejst) FILTER (klinik_id = hjem_id) / sum(hoejst)
    FROM celle GROUP BY hjem_id, speciale, aar
    UNION ALL
    SELECT 'kommune', kommune_id, speciale, aar,
        100 * sum(mindst) FILTER (klinikkens_kommune = kommune_id) / sum(mindst),
        100 * sum(hoejst) FILTER (klinikkens_kommune = kommune_id) / sum(hoejst)
    FROM celle WHERE kommune_id IS NOT NULL GROUP BY kommune_id, speciale, aar
    UNION ALL
    SELECT 'alle_omraader', NULL, speciale, aar,
        100 * sum(mindst) FILTER (klinik_id = hjem_id) / sum(mindst),
        100 * sum(hoejst) FILTER (klinik_id = hjem_id) / sum(hoejst)
    FROM celle WHERE kommune_id IS NOT NULL GROUP BY speciale, aar
    UNION ALL
    SELECT 'alle_kommuner', NULL, speciale, aar,
        100 * sum(mindst) FILTER (klinikkens_kommune = kommune_id) / sum(mindst),
        100 * sum(hoejst) FILTER (klinikkens_kommune = kommune_id) / sum(hoejst)
    FROM celle WHERE kommune_id IS NOT NULL GROUP BY speciale, aar
),
andel AS (
    SELECT niveau, sted_id, speciale, aar, (foerst + sidst) / 2 AS pct, least(foerst, sidst) AS nedre,
        greatest(foerst, sidst) AS oevre
    FROM hjemme
),
pendlere AS (
    SELECT 'pendling' AS kontrol, 'fysio_pendling_andel' AS tabel, omraade_id, navn AS raekke, speciale, aar,
        'pendler_pct' AS felt, pendler_pct AS trykt, 0.5 AS halv, 100 - pct AS genberegnet, 100 - oevre AS nedre,
        100 - a.nedre AS oevre, 'pendler_pct' AS regel, p.kilde_id, p.kilde_linje
    FROM fysio_pendling_andel AS p JOIN pendling_sted USING (sted_id) JOIN andel AS a USING (sted_id)
    WHERE niveau = 'raekke'
),
behandlet_hjemme AS (
    SELECT 'pendling' AS kontrol, 'fysio_pendling_andel' AS tabel, omraade_id, navn AS raekke, speciale, aar,
        'hjemme_pct' AS felt, hjemme_pct AS trykt, 0.5 AS halv, pct AS genberegnet, nedre, oevre,
        'hjemme_pct' AS regel, p.kilde_id, p.hjemme_linje AS kilde_linje
    FROM fysio_pendling_andel AS p JOIN pendling_sted USING (sted_id) JOIN andel AS a USING (sted_id)
    WHERE niveau = 'omraade'
),
-- A patient who is treated in several areas is one of bilag 1 and one in each of them: bilag 1 has no more patients
-- than the cells together, and no fewer than the largest of them.
hjemsteder AS (
    SELECT kommune_id, speciale, aar, max(mindst) AS stoerst, sum(mindst) AS mindst, sum(hoejst) AS hoejst,
        min(kilde_linje) AS kilde_linje_2
    FROM celle WHERE kommune_id IS NOT NULL GROUP BY kommune_id, speciale, aar
),
bilag_1 AS (
    SELECT 'pendling' AS kontrol, 'fysio_patienter' AS tabel, kommune_id, navn AS raekke, speciale, aar,
        'patienter' AS felt, f.patienter AS trykt, 0 AS halv, (mindst + hoejst) / 2 AS genberegnet, stoerst AS nedre,
        hoejst AS oevre, 'patienter' AS regel, f.kilde_id, f.kilde_linje, kilde_linje_2
    FROM fysio_patienter AS f JOIN hjemsteder USING (kommune_id, speciale, aar) JOIN kommune USING (kommune_id)
),
foden AS (
    SELECT min(hjemme_linje) AS kilde_linje_2 FROM fysio_pendling_andel
),
samlet AS (
    SELECT speciale, aar, max(pct) FILTER (niveau = 'alle_omraader') AS omraader_pct,
        max(pct) FILTER (niveau = 'alle_kommuner') AS kommuner_pct
    FROM andel GROUP BY speciale, aar
),
-- "By far the most are treated in their own kommune": all together by kommune, as the text says, and by area, and each
-- kommune. København is one kommune and nine areas.
flertal AS (
    SELECT 'tekst_pendling' AS kontrol, 'tekstpaastand' AS tabel,
        concat_ws('-', t.paastand_id, CASE niveau WHEN 'alle_omraader' THEN 'omraader' ELSE a.sted_id END) AS noegle,
        coalesce(k.navn, 'Region Hovedstaden') AS raekke, k.kommune_id, t.speciale, t.aar,
        'hjemme_pct' AS felt, pct AS genberegnet, nedre, oevre, nedre > 50 AS holder,
        CASE niveau WHEN 'kommune' THEN 'kommuner' ELSE 'regionen' END AS regel,
        to_json({'omraader_pct': omraader_pct, 'kommuner_pct': kommuner_pct}) AS led, t.kilde_id, t.kilde_linje,
        kilde_linje_2
    FROM tekstpaastand AS t JOIN andel AS a USING (speciale, aar) JOIN samlet AS s USING (speciale, aar)
    CROSS JOIN foden LEFT JOIN kommune AS k ON k.kommune_id = a.sted_id AND niveau = 'kommune'
    WHERE t.art = 'flertal' AND niveau IN ('kommune', 'alle_kommuner', 'alle_omraader')
),
andetsteds AS (
    SELECT sted_id, speciale, aar, navn, 100 - pct AS pct, 100 - oevre AS nedre, 100 - nedre AS oevre
    FROM andel JOIN pendling_sted USING (sted_id) WHERE niveau = 'omraade' AND omraade_id IS NOT NULL
),
-- The text reads a row's share, of those who come from elsewhere, as the share of those who go elsewhere.
udad AS (
    SELECT 'tekst_pendling' AS kontrol, 'tekstpaastand' AS tabel, t.paastand_id AS noegle, o.navn AS raekke,
        t.omraade_id, t.speciale, t.aar, 'andetsteds_pct' AS felt, t.tal AS trykt, 0.5 AS halv, e.pct AS genberegnet,
        e.nedre, e.oevre, 'andetsteds' AS regel,
        to_json({
            'foran': list(a.navn ORDER BY a.pct DESC) FILTER (a.pct >= t.tal),
            'foran_pct': list(a.pct ORDER BY a.pct DESC) FILTER (a.pct >= t.tal)
        }) AS led, t.kilde_id, t.kilde_linje, kilde_linje_2
    FROM tekstpaastand AS t JOIN omraade AS o USING (omraade_id)
    JOIN andetsteds AS e ON e.sted_id = t.omraade_id AND e.speciale = t.speciale AND e.aar = t.aar
    JOIN andetsteds AS a ON a.speciale = t.speciale AND a.aar = t.aar
    CROSS JOIN foden
    WHERE t.hvad = 'pendlerandel_pct'
    GROUP BY ALL
)
FROM pendlere
UNION ALL BY NAME FROM behandlet_hjemme
UNION ALL BY NAME FROM bilag_1
UNION ALL BY NAME FROM flertal
UNION ALL BY NAME FROM udad;
