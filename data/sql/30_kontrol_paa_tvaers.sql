-- Tables against each other across documents: the catalogue of mobility, the VIP lists, populations, Tabel 7 and bilag 4,
-- the waits; and what the text extract has lost of them.

-- What a figure in prose is rounded to: its last digit that is not nought.
CREATE MACRO rundet_til(x) AS CASE WHEN x % 1000 = 0 THEN 1000 WHEN x % 100 = 0 THEN 100 WHEN x % 10 = 0 THEN 10 ELSE 1 END;

CREATE VIEW kontrol_paa_tvaers AS
WITH fakta AS (
    SELECT f.*, concat_ws(', ', i.navn, split_part(gaelder, ';', 1)) AS navn, concat_ws('-', indsats_nr, raekke) AS id
    FROM mobilitet_fakta AS f JOIN mobilitet_indsats AS i USING (indsats_nr)
),
-- Three facts in a row: so many more passengers, so many per cent, and how many there can be in all.
passagerer AS (
    SELECT 'katalog_passagerer' AS kontrol, 'andel' AS regel, 'mobilitet_fakta' AS tabel, p.id AS noegle, p.navn AS raekke,
        p.hvad AS felt, p.vaerdi_lav AS trykt, 0.5 AS halv, 100 * flere.vaerdi_lav / (alle.vaerdi_lav - flere.vaerdi_lav)
            AS genberegnet,
        100 * flere_mindst / (alle.vaerdi_lav + rundet_til(alle.vaerdi_lav) / 2 - flere_mindst) AS nedre,
        100 * flere_hoejst / (alle.vaerdi_lav - rundet_til(alle.vaerdi_lav) / 2 - flere_hoejst) AS oevre,
        to_json({'flere': flere.vaerdi_lav, 'potentiale': alle.vaerdi_lav}) AS led, 'pct.' AS enhed, p.kilde_id, p.kilde_linje,
        alle.kilde_linje AS kilde_linje_2
    FROM fakta AS p
    JOIN (
        SELECT *, vaerdi_lav - rundet_til(vaerdi_lav) / 2 AS flere_mindst, vaerdi_lav + rundet_til(vaerdi_lav) / 2 AS flere_hoejst
        FROM fakta
    ) AS flere ON flere.indsats_nr = p.indsats_nr AND flere.raekke = p.raekke - 1 AND flere.hvad = p.hvad
    JOIN fakta AS alle ON alle.indsats_nr = p.indsats_nr AND alle.raekke = p.raekke + 1 AND alle.hvad = 'Passagerpotentiale'
    WHERE p.hvad = 'Flere passagerer' AND p.enhed = 'pct.'
),
frekvenser AS (
    SELECT 'katalog_passagerer' AS kontrol, 'frekvens' AS regel, 'mobilitet_fakta' AS tabel, f.id AS noegle, f.navn AS raekke,
        f.hvad AS felt, f.vaerdi_lav AS trykt, 0 AS halv, 60 / t.vaerdi_lav AS genberegnet,
        to_json({'minutter': t.vaerdi_lav}) AS led, f.enhed, f.kilde_id, f.kilde_linje, t.kilde_linje AS kilde_linje_2
    FROM fakta AS f JOIN fakta AS t USING (indsats_nr)
    WHERE f.hvad = 'Frekvens med indsatsen' AND t.hvad = 'Tid mellem afgange'
),
-- The extract: facts without their figure, the list of measures, a cell and an annex of commuting, and an overview.
tabte_fakta AS (
    SELECT 'udtraekket' AS kontrol, 'tal' AS regel, 'mobilitet_fakta' AS tabel, id AS noegle, navn AS raekke, hvad AS felt,
        FALSE AS holder, hvad AS trykt_tekst, kilde_id, kilde_linje
    FROM fakta WHERE vaerdi_lav IS NULL
),
listen AS (
    SELECT 'udtraekket' AS kontrol, 'liste' AS regel, 'papirpaastand' AS tabel, paastand_id AS noegle, p.hvad AS raekke,
        'tal' AS felt, tal AS trykt, 0 AS halv, antal AS genberegnet, p.enhed, p.kilde_id, p.kilde_linje,
        oversigt_linje AS kilde_linje_2
    FROM papirpaastand AS p
    CROSS JOIN (SELECT count(*) AS antal FROM mobilitet_indsats)
    CROSS JOIN (SELECT min(oversigt_linje) AS oversigt_linje FROM mobilitet_vurdering)
    WHERE paastand_id = 'indsatser-paa-listen'
),
celler AS (
    SELECT 'udtraekket' AS kontrol, 'celle' AS regel, 'fysio_pendling' AS tabel, concat_ws('-', klinik_id, hjem_id) AS noegle,
        format('{} (klinik), {} (bopæl)', k.navn, h.navn) AS raekke, p.speciale, p.aar, 'patienter' AS felt, FALSE AS holder,
        'tom' AS trykt_tekst, to_json({'mindst': patienter_mindst, 'hoejst': patienter_hoejst}) AS led, p.kilde_id,
        p.kilde_linje
    FROM fysio_pendling AS p JOIN pendling_sted AS k ON k.sted_id = klinik_id JOIN pendling_sted AS h ON h.sted_id = hjem_id
    WHERE placering = 'tabt'
),
eksempler AS (
    SELECT CASE WHEN p.patienter IS NULL THEN 'udtraekket' ELSE 'pendling_eksempel' END AS kontrol,
        CASE WHEN p.patienter IS NULL THEN 'bilag' ELSE 'eksempel' END AS regel, 'papirpaastand' AS tabel,
        paastand_id AS noegle, e.hvad AS raekke, e.speciale, e.aar, 'tal' AS felt, e.tal AS trykt, 0 AS halv,
        p.patienter AS genberegnet, CASE WHEN p.patienter IS NULL THEN FALSE END AS holder, e.enhed,
        e.kilde_id, e.kilde_linje, p.kilde_linje AS kilde_linje_2
    FROM (
        SELECT *, CASE paastand_id WHEN 'bilag-4-eksempel' THEN 51 ELSE 62 END AS speciale
        FROM papirpaastand WHERE paastand_id IN ('bilag-4-eksempel', 'bilag-5-eksempel')
    ) AS e
    LEFT JOIN fysio_pendling AS p ON p.speciale = e.speciale AND klinik_id = 'albertslund' AND hjem_id = 'albertslund'
),
oversigten AS (
    SELECT 'udtraekket' AS kontrol, 'oversigt' AS regel, 'papirpaastand' AS tabel, paastand_id AS noegle, hvad AS raekke,
        'tekst' AS felt, FALSE AS holder, tekst AS trykt_tekst, kilde_id, kilde_linje
    FROM papirpaastand WHERE paastand_id = 'tovholdere-oversigt'
),
-- How many projects the lists have, and their prices against the catalogue's for the same stretches.
projekter AS (
    SELECT 'vip_antal' AS kontrol, 'projekter' AS regel, 'papirpaastand' AS tabel, paastand_id AS noegle, p.hvad AS raekke,
        'tal' AS felt, tal AS trykt, 0 AS halv, antal AS genberegnet, p.enhed, p.kilde_id, p.kilde_linje
    FROM papirpaastand AS p
    JOIN (SELECT omraade, count(*) AS antal FROM vip_projekt GROUP BY omraade) AS o ON o.omraade = CASE paastand_id
        WHEN 'klima-projekter-halvvejs' THEN 'klima' WHEN 'vip-i-alt' THEN 'infrastruktur' END
),
priser AS (
    SELECT 'vip_pris' AS kontrol, 'kataloget' AS regel, 'vip_pris' AS tabel, concat_ws('-', projekt_id, del) AS noegle,
        v.navn AS raekke, 'pris_mio_kr_hoej' AS felt, pris_mio_kr_hoej AS trykt, rundet_til(pris_mio_kr_hoej) / 2 AS halv,
        sum(anlaeg_mio_kr_hoej) AS genberegnet, sum(anlaeg_mio_kr_lav) AS nedre, sum(anlaeg_mio_kr_hoej) AS oevre,
        to_json({'indsatser': list(indsats_nr ORDER BY indsats_nr)}) AS led, v.kilde_id,
        v.kilde_linje, any_value(i.kilde_id) AS kilde_id_2, min(i.kilde_linje) AS kilde_linje_2
    FROM vip_pris AS v JOIN vip_katalog AS k USING (projekt_id, del) JOIN mobilitet_indsats AS i USING (indsats_nr)
    WHERE sammenlignelig AND pris_mio_kr_hoej IS NOT NULL
    GROUP BY projekt_id, del, v.navn, pris_mio_kr_hoej, v.kilde_id, v.kilde_linje
),
-- The growth that the analysis of mobility counts on against the Fingerplan's and bilag 3's, over as many years.
analysen AS (
    SELECT *, til_aar - fra_aar AS antal_aar FROM mobilitet_udvikling WHERE noegletal = 'Flere indbyggere, hele hovedstadsområdet'
),
fingerplan AS (
    SELECT max(tal) FILTER (paastand_id = 'fingerplan-indbyggere') AS mio_indbyggere,
        max(rundet_til) FILTER (paastand_id = 'fingerplan-indbyggere') / 2 AS mio_halv,
        max(tal) FILTER (paastand_id = 'fingerplan-flere') AS flere,
        max(rundet_til) FILTER (paastand_id = 'fingerplan-flere') / 2 AS flere_halv,
        max(aar) FILTER (paastand_id = 'fingerplan-indbyggere') AS fra, max(aar) FILTER (paastand_id = 'fingerplan-flere') AS til,
        max(tal) FILTER (paastand_id = 'fingerplan-kommuner') AS kommuner,
        max(tal) FILTER (paastand_id = 'fingerplan-sjaelland') AS paa_sjaelland,
        max(kilde_id) AS kilde_id, max(kilde_linje) FILTER (paastand_id = 'fingerplan-flere') AS linje,
        max(kilde_linje) FILTER (paastand_id = 'fingerplan-sjaelland') AS sjaellands_linje
    FROM papirpaastand WHERE emne = 'fingerplan'
),
vaekst AS (
    SELECT 'befolkning_paa_tvaers' AS kontrol, 'fingerplanen' AS regel, 'mobilitet_udvikling' AS tabel, 'fingerplanen' AS noegle,
        noegletal AS raekke, noegletal AS felt, vaerdi AS trykt, 0.5 AS halv,
        flere / (mio_indbyggere * 1e4) * antal_aar / (til - fra) AS genberegnet,
        (flere - flere_halv) / ((mio_indbyggere + mio_halv) * 1e4) * antal_aar / (til - fra) AS nedre,
        (flere + flere_halv) / ((mio_indbyggere - mio_halv) * 1e4) * antal_aar / (til - fra) AS oevre,
        to_json({'flere': flere, 'til': til, 'antal_aar': antal_aar}) AS led, enhed, a.kilde_id, a.kilde_linje,
        f.kilde_id AS kilde_id_2, linje AS kilde_linje_2
    FROM analysen AS a CROSS JOIN fingerplan AS f
),
bilag_3 AS (
    SELECT 'befolkning_paa_tvaers' AS kontrol, 'bilag_3' AS regel, 'mobilitet_udvikling' AS tabel, 'bilag-3' AS noegle,
        noegletal AS raekke, noegletal AS felt, vaerdi AS trykt, 0.5 AS halv,
        100 * (til.borgere / fra.borgere - 1) * antal_aar / (til.aar - fra.aar) AS genberegnet,
        to_json({'fra': fra.aar, 'til': til.aar, 'pct': 100 * (til.borgere / fra.borgere - 1), 'antal_aar': antal_aar}) AS led, enhed, a.kilde_id,
        a.kilde_linje, til.kilde_id AS kilde_id_2, til.kilde_linje AS kilde_linje_2
    FROM analysen AS a
    CROSS JOIN (FROM befolkning_total WHERE niveau = 'region' QUALIFY row_number() OVER (ORDER BY aar) = 1) AS fra
    CROSS JOIN (FROM befolkning_total WHERE niveau = 'region' QUALIFY row_number() OVER (ORDER BY aar DESC) = 1) AS til
),
fingerplanens_kommuner AS (
    SELECT 'fingerplan' AS kontrol, 'kommuner' AS regel, 'papirpaastand' AS tabel, paastand_id AS noegle, hvad AS raekke,
        'tal' AS felt, tal AS trykt, 0 AS halv, egne + paa_sjaelland AS genberegnet, p.enhed, p.kilde_id, p.kilde_linje,
        sjaellands_linje AS kilde_linje_2
    FROM papirpaastand AS p CROSS JOIN fingerplan
    CROSS JOIN (SELECT count(*) AS egne FROM kommune WHERE i_region_hovedstaden AND kommune_id <> 'bornholm')
    WHERE paastand_id = 'fingerplan-kommuner'
),
-- Citizens per capacity times capacities are the country's citizens.
andel_af_landet AS (
    SELECT 'fingerplan' AS kontrol, 'andel' AS regel, 'papirpaastand' AS tabel, paastand_id AS noegle, hvad AS raekke,
        p.aar, 'tal' AS felt, tal AS trykt, rundet_til / 2 AS halv, 1e8 * mio_indbyggere / (kapacitet * borgere_pr_kapacitet)
            AS genberegnet,
        1e8 * (mio_indbyggere - mio_halv) / ((kapacitet + 0.005) * (borgere_pr_kapacitet + 0.5)) AS nedre,
        1e8 * (mio_indbyggere + mio_halv) / ((kapacitet - 0.005) * (borgere_pr_kapacitet - 0.5)) AS oevre, p.enhed, p.kilde_id,
        p.kilde_linje, r.kilde_linje AS kilde_linje_2
    FROM papirpaastand AS p CROSS JOIN fingerplan CROSS JOIN fysio_region AS r
    WHERE paastand_id = 'fingerplan-andel' AND r.region = 'hele-landet' AND r.speciale = 51
),
-- Tabel 7 counts a kommune's patients once, bilag 4 once for each area that they come from: it has no fewer.
klinikkerne AS (
    SELECT o.kommune_id, p.speciale, p.aar, sum(coalesce(patienter, patienter_mindst, 0)) AS mindst,
        sum(coalesce(patienter, patienter_hoejst, 0)) AS hoejst, max(coalesce(patienter, 0)) AS stoerst,
        min(p.kilde_linje) AS kilde_linje_2
    FROM fysio_pendling AS p JOIN omraade AS o ON o.omraade_id = klinik_id GROUP BY ALL
),
tabel_7 AS (
    SELECT 'tabel_7_bilag_4' AS kontrol, 'patienter' AS regel, 'fysio_tilskud_kommune' AS tabel, kommune_id, navn AS raekke,
        t.speciale, aar, 'patienter' AS felt, t.patienter AS trykt, 0 AS halv, (mindst + hoejst) / 2 AS genberegnet,
        stoerst AS nedre, hoejst AS oevre, t.kilde_id, t.kilde_linje, kilde_linje_2
    FROM fysio_tilskud_kommune AS t JOIN klinikkerne USING (kommune_id, speciale) JOIN kommune USING (kommune_id)
),
-- "About half of the owners" against the clinics that have a wait; an owner can have several clinics.
ventetider AS (
    SELECT min(antal) AS faerrest, max(antal) AS flest, min(linje) AS linje
    FROM (SELECT sum(klinikker) AS antal, min(kilde_linje) AS linje FROM fysio_ventetid GROUP BY speciale)
),
ejere AS (
    SELECT max(tal) FILTER (hvad = 'klinikejere') AS ejere FROM tekstpaastand
),
halvdelen AS (
    SELECT 'ventetid_andel' AS kontrol, 'halvdelen' AS regel, 'tekstpaastand' AS tabel, paastand_id AS noegle,
        'Klinikejere med opdateret ventetid' AS raekke, hvad AS felt, 100 / tal AS trykt, 10 AS halv,
        100 * faerrest / ejere AS genberegnet, t.tekst AS trykt_tekst,
        to_json({'faerrest': faerrest, 'flest': flest, 'ejere': ejere}) AS led, kilde_id, kilde_linje, linje AS kilde_linje_2
    FROM tekstpaastand AS t CROSS JOIN ventetider CROSS JOIN ejere WHERE hvad = 'klinikejere_med_ventetid'
),
-- The kommuner of KKR Midtjylland and what they pay together.
midtjylland AS (
    SELECT 'midtjylland' AS kontrol, 'bidrag' AS regel, 'papirpaastand' AS tabel, paastand_id AS noegle, p.hvad AS raekke, p.aar,
        'tal' AS felt, tal AS trykt, rundet_til / 2 AS halv, b.i_alt AS genberegnet, antal / 2 AS usikkerhed, p.enhed,
        p.kilde_id, p.kilde_linje, linje AS kilde_linje_2
    FROM papirpaastand AS p
    CROSS JOIN (SELECT sum(bidrag) AS i_alt, count(*) AS antal, min(kilde_linje) AS linje FROM midtjylland_bidrag) AS b
    WHERE paastand_id = 'midt-bidrag-i-alt'
)
FROM passagerer
UNION ALL BY NAME FROM frekvenser
UNION ALL BY NAME FROM tabte_fakta
UNION ALL BY NAME FROM listen
UNION ALL BY NAME FROM celler
UNION ALL BY NAME FROM eksempler
UNION ALL BY NAME FROM oversigten
UNION ALL BY NAME FROM projekter
UNION ALL BY NAME FROM priser
UNION ALL BY NAME FROM vaekst
UNION ALL BY NAME FROM bilag_3
UNION ALL BY NAME FROM fingerplanens_kommuner
UNION ALL BY NAME FROM andel_af_landet
UNION ALL BY NAME FROM tabel_7
UNION ALL BY NAME FROM halvdelen
UNION ALL BY NAME FROM midtjylland;
