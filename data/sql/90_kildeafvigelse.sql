-- Every check of the source, and the checks that rounding does not explain.
--
-- A check compares a printed figure (trykt, at kilde_linje) with what follows from other printed figures
-- (genberegnet, from kilde_linje_2 of kilde_id_2). halv is half a unit of the printed figure's last decimal; nedre and oevre are
-- how far genberegnet can reach when its inputs were rounded, or usikkerhed is that reach to both sides. The two differ
-- when these ranges do not meet. Where there is no figure to compare, holder says whether the claim is true to the
-- letter.
--
-- The name of the check (kontrol, regel) leads to its entry in analytics/kildekontrol, which says what it compares, how
-- much more than rounding it tolerates, of what kind a difference is and how it is told. led holds the figures and
-- names that those words need, as JSON.
--
-- A table, as planning it takes longer than the rest of a page; it is made anew with the database.
CREATE TABLE kildekontrol AS
WITH alle AS (
    FROM kontrol_summer
    UNION ALL BY NAME FROM kontrol_kapacitet
    UNION ALL BY NAME FROM kontrol_penge_og_patienter
    UNION ALL BY NAME FROM kontrol_forslag
    UNION ALL BY NAME FROM kontrol_ventetid_og_ridning
    UNION ALL BY NAME FROM kontrol_tekst
    UNION ALL BY NAME FROM kontrol_resultater
    UNION ALL BY NAME FROM kontrol_pendling
    UNION ALL BY NAME FROM kontrol_papirer
    UNION ALL BY NAME FROM kontrol_paa_tvaers
),
-- Rows whose names only signs tell apart have the same short name: the first, which is the printed one, keeps it. No
-- short name has a full stop in it.
kaldt AS (
    SELECT *,
        CASE WHEN noegle IS NOT NULL THEN slug(kontrol || '-' || noegle)
            ELSE slug(concat_ws('-', kontrol, replace(tabel, 'fysio_', ''), raekke, speciale, aar, felt)) END AS navn
    FROM alle
),
adskilt AS (
    SELECT *, row_number() OVER (PARTITION BY navn ORDER BY plads) AS nummer FROM kaldt
)
SELECT
    navn || CASE WHEN nummer > 1 THEN '.' || nummer ELSE '' END AS afvigelse_id,
    tabel, omraade_id, kommune_id, speciale::BIGINT AS speciale, aar::BIGINT AS aar, felt,
    trykt::DOUBLE AS trykt, genberegnet::DOUBLE AS genberegnet,
    trykt_tekst,
    CASE WHEN holder IS NULL AND genberegnet <> 0 THEN 100 * (trykt / genberegnet - 1) END AS forskel_pct,
    kilde_id, kilde_linje::BIGINT AS kilde_linje,
    kilde_linje_2::BIGINT AS kilde_linje_2, raekke, raekke_tal::DOUBLE AS raekke_tal, enhed, kontrol, regel,
    led::VARCHAR AS led,
    halv::DOUBLE AS halv,
    coalesce(nedre, genberegnet - coalesce(usikkerhed, 0))::DOUBLE AS nedre,
    coalesce(oevre, genberegnet + coalesce(usikkerhed, 0))::DOUBLE AS oevre,
    CASE WHEN kilde_linje_2 IS NOT NULL THEN coalesce(kilde_id_2, kilde_id) END AS kilde_id_2, holder
FROM adskilt;

CREATE VIEW kildeafvigelse AS
SELECT * EXCLUDE (holder)
FROM kildekontrol
WHERE coalesce(NOT holder, greatest(nedre - trykt, trykt - oevre) > halv + 1e-9 * abs(trykt));

COMMENT ON TABLE kildekontrol IS 'Alle kontroller af papirets tal mod hinanden, både dem, der holder, og dem, der ikke gør.';
COMMENT ON VIEW kildeafvigelse IS 'De steder, hvor papiret ikke stemmer med sig selv ud over afrunding, før kontrollernes egen tolerance.';
COMMENT ON COLUMN kildekontrol.afvigelse_id IS 'Nøglen.';
COMMENT ON COLUMN kildekontrol.tabel IS 'Tabellen, som det kontrollerede tal står i.';
COMMENT ON COLUMN kildekontrol.omraade_id IS 'Planlægningsområdet, når rækken er ét.';
COMMENT ON COLUMN kildekontrol.kommune_id IS 'Kommunen, når rækken er én.';
COMMENT ON COLUMN kildekontrol.speciale IS 'Specialet, når tallet har ét.';
COMMENT ON COLUMN kildekontrol.aar IS 'Året, når tallet har ét.';
COMMENT ON COLUMN kildekontrol.felt IS 'Kolonnen, eller det, som teksten taler om.';
COMMENT ON COLUMN kildekontrol.trykt IS 'Det trykte tal; tom, når det er et ord, der afviger.';
COMMENT ON COLUMN kildekontrol.genberegnet IS 'Det tal, som følger af andre trykte tal.';
COMMENT ON COLUMN kildekontrol.trykt_tekst IS 'Det trykte, når det er ord; tom, når det er et tal.';
COMMENT ON COLUMN kildekontrol.forskel_pct IS '100 · (trykt / genberegnet − 1).';
COMMENT ON COLUMN kildekontrol.kilde_id IS 'Mødepapiret.';
COMMENT ON COLUMN kildekontrol.kilde_linje IS 'Linjen, hvor det kontrollerede står.';
COMMENT ON COLUMN kildekontrol.kilde_linje_2 IS 'Linjen, som det er holdt op imod.';
COMMENT ON COLUMN kildekontrol.raekke IS 'Den trykte række; tom, når den er navngivet efter tallet.';
COMMENT ON COLUMN kildekontrol.raekke_tal IS 'Det tal, som rækken er kendt på, når den ikke har et navn.';
COMMENT ON COLUMN kildekontrol.enhed IS 'Enheden bag et tal i teksten.';
COMMENT ON COLUMN kildekontrol.kontrol IS 'Kontrollens art.';
COMMENT ON COLUMN kildekontrol.regel IS 'Kontrollens navn inden for sin art.';
COMMENT ON COLUMN kildekontrol.led IS 'De tal og navne, som forklaringen bruger (JSON).';
COMMENT ON COLUMN kildekontrol.halv IS 'En halv enhed på det trykte tals sidste decimal.';
COMMENT ON COLUMN kildekontrol.nedre IS 'Det mindste, som det genberegnede kan være efter afrunding.';
COMMENT ON COLUMN kildekontrol.oevre IS 'Det største, som det genberegnede kan være efter afrunding.';
COMMENT ON COLUMN kildekontrol.kilde_id_2 IS 'Mødepapiret, som det er holdt op imod.';
COMMENT ON COLUMN kildekontrol.holder IS 'Om påstanden holder, når der ikke er tal at sammenligne.';
COMMENT ON COLUMN kildeafvigelse.afvigelse_id IS 'Nøglen.';
COMMENT ON COLUMN kildeafvigelse.tabel IS 'Tabellen, som det kontrollerede tal står i.';
COMMENT ON COLUMN kildeafvigelse.omraade_id IS 'Planlægningsområdet, når rækken er ét.';
COMMENT ON COLUMN kildeafvigelse.kommune_id IS 'Kommunen, når rækken er én.';
COMMENT ON COLUMN kildeafvigelse.speciale IS 'Specialet, når tallet har ét.';
COMMENT ON COLUMN kildeafvigelse.aar IS 'Året, når tallet har ét.';
COMMENT ON COLUMN kildeafvigelse.felt IS 'Kolonnen, eller det, som teksten taler om.';
COMMENT ON COLUMN kildeafvigelse.trykt IS 'Det trykte tal; tom, når det er et ord, der afviger.';
COMMENT ON COLUMN kildeafvigelse.genberegnet IS 'Det tal, som følger af andre trykte tal.';
COMMENT ON COLUMN kildeafvigelse.trykt_tekst IS 'Det trykte, når det er ord; tom, når det er et tal.';
COMMENT ON COLUMN kildeafvigelse.forskel_pct IS '100 · (trykt / genberegnet − 1).';
COMMENT ON COLUMN kildeafvigelse.kilde_id IS 'Mødepapiret.';
COMMENT ON COLUMN kildeafvigelse.kilde_linje IS 'Linjen, hvor det kontrollerede står.';
COMMENT ON COLUMN kildeafvigelse.kilde_linje_2 IS 'Linjen, som det er holdt op imod.';
COMMENT ON COLUMN kildeafvigelse.raekke IS 'Den trykte række; tom, når den er navngivet efter tallet.';
COMMENT ON COLUMN kildeafvigelse.raekke_tal IS 'Det tal, som rækken er kendt på, når den ikke har et navn.';
COMMENT ON COLUMN kildeafvigelse.enhed IS 'Enheden bag et tal i teksten.';
COMMENT ON COLUMN kildeafvigelse.kontrol IS 'Kontrollens art.';
COMMENT ON COLUMN kildeafvigelse.regel IS 'Kontrollens navn inden for sin art.';
COMMENT ON COLUMN kildeafvigelse.led IS 'De tal og navne, som forklaringen bruger (JSON).';
COMMENT ON COLUMN kildeafvigelse.halv IS 'En halv enhed på det trykte tals sidste decimal.';
COMMENT ON COLUMN kildeafvigelse.nedre IS 'Det mindste, som det genberegnede kan være efter afrunding.';
COMMENT ON COLUMN kildeafvigelse.oevre IS 'Det største, som det genberegnede kan være efter afrunding.';
COMMENT ON COLUMN kildeafvigelse.kilde_id_2 IS 'Mødepapiret, som det er holdt op imod.';

-- Which tables the checks read: those that the views above take rows from.
CREATE TABLE kildekontrol_tabel AS
WITH naevnt AS (
    SELECT unnest(regexp_extract_all(sql, '\b(?:FROM|JOIN|UNPIVOT)[ (]+"?(\w+)', 1)) AS tabel
    FROM duckdb_views()
    WHERE NOT internal
)
SELECT DISTINCT tabel
FROM naevnt
JOIN duckdb_tables() AS t ON t.table_name = tabel
WHERE tabel <> 'kildekontrol';

COMMENT ON TABLE kildekontrol_tabel IS 'De tabeller, som kontrollerne læser.';
COMMENT ON COLUMN kildekontrol_tabel.tabel IS 'Tabellens navn.';
