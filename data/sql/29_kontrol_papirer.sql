-- Claims of the papers (papirpaastand) against other claims.
--
-- A check (regnestykke) has a result, a way to work it out (udregning) and the claims that it is worked out from (led),
-- in order.
-- rundet_til says how finely a figure is printed; half of that to both sides is how far it reaches, and what follows
-- reaches as far as all of its parts together allow. Where words are compared, holder says whether they agree.

-- The names in a list: "Greve, Køge og Stevns". A name that a line's end divides is put together.
CREATE MACRO navne(x) AS string_split_regex(replace(x, '- ', '-'), ', | og ');

-- Figures that the checks may use by name, with half a unit of what they are rounded to. Where rows are added to a table,
-- the first is the printed one.
CREATE VIEW kontroltal AS
SELECT paastand_id AS id, hvad, tal, coalesce(rundet_til, 0) / 2 AS halv, enhed, tekst, aar, kilde_id, kilde_linje
FROM papirpaastand
UNION ALL BY NAME
SELECT 'udvikling-' || slug(noegletal) AS id, noegletal AS hvad, vaerdi AS tal, 0.5 AS halv, enhed, kilde_id, kilde_linje
FROM mobilitet_udvikling WHERE enhed = 'pct.'
UNION ALL BY NAME
SELECT 'erhvervshus-' || paastand_id AS id, replace(hvad, '_', ' ') AS hvad, tal,
    CASE enhed WHEN 'pct.' THEN halv(tal) ELSE 0 END AS halv, enhed, aar, kilde_id, kilde_linje
FROM resultatpaastand WHERE tal IS NOT NULL
UNION ALL BY NAME
SELECT concat_ws('-', 'resultat', aar, nr, del) AS id, maal AS hvad, realiseret_tal AS tal, 0 AS halv, enhed, aar,
    resultat_kilde_id AS kilde_id, resultat_kilde_linje AS kilde_linje
FROM (SELECT *, rowid AS plads FROM resultatmaal)
QUALIFY row_number() OVER (PARTITION BY aar, nr, del ORDER BY plads) = 1
UNION ALL BY NAME
SELECT concat_ws('-', 'fordeling', aar, slug(navn), slug(aktivitet)) AS id, aktivitet AS hvad, deltagelser AS tal,
    0 AS halv, aar, kilde_id, kilde_linje
FROM (SELECT *, rowid AS plads FROM kommunefordeling_total WHERE kommune_id IS NULL)
QUALIFY row_number() OVER (PARTITION BY aar, slug(navn), slug(aktivitet) ORDER BY plads) = 1;

CREATE VIEW regnestykke AS
SELECT kontrol, regel, udregning, resultat, led, row_number() OVER () AS nr FROM (VALUES
    -- The social area, 2020 (000).
    ('social', 'sum', 'sum', 'social-i-alt', ['social-boern', 'social-voksne']),
    ('social', 'sum', 'sum', 'social-i-alt-figur-1', ['social-boern-figur-1', 'social-voksne-figur-1']),
    ('social', 'samme_tal', 'samme', 'social-i-alt', ['social-i-alt-figur-1']),
    ('social', 'samme_tal', 'samme', 'social-boern', ['social-boern-figur-1']),
    ('social', 'samme_tal', 'samme', 'social-boern-opsamling', ['social-boern-figur-1']),
    ('social', 'samme_tal', 'samme', 'social-boern-afsnit', ['social-boern-figur-1']),
    ('social', 'voksne', 'samme_til_sidste_ciffer', 'social-voksne',
        ['social-voksne-figur-1', 'social-voksne-opsamling', 'social-voksne-afsnit']),
    ('social', 'samme_tal', 'samme', 'social-voksne-opsamling', ['social-voksne-figur-1']),
    ('social', 'samme_tal', 'samme', 'social-voksne-afsnit', ['social-voksne-figur-1']),
    ('social', 'samme_tal', 'samme', 'social-regnskab', ['social-i-alt-figur-1']),
    ('social', 'vaekst_om_aaret', 'vaekst_i_aar', 'social-vaekst-voksne',
        ['social-voksne-aarlig-til', 'social-vaekst-fra', 'social-vaekst-til']),
    ('social', 'udregnet', 'samlet_vaekst', 'social-vaekst-i-alt',
        ['social-boern-figur-1', 'social-vaekst-boern', 'social-voksne-figur-1', 'social-vaekst-voksne']),
    ('social', 'mellem', 'mellem', 'social-vaekst-i-alt-landet',
        ['social-vaekst-boern-landet', 'social-vaekst-voksne-landet']),
    ('social', 'enhed', 'samme_ord', 'social-budget-enhed', ['social-regnskab-enhed']),
    ('social', 'merforbrug', 'forskel', 'social-merforbrug', ['social-regnskab', 'social-budget']),
    ('social', 'udregnet', 'over_pct_af_to', 'social-merforbrug-pct', ['social-regnskab', 'social-budget']),
    ('social', 'mellem', 'mellem', 'social-merforbrug-pct', ['social-merforbrug-fra', 'social-merforbrug-til']),
    ('social', 'samme_tal', 'samme', 'social-merforbrug-fra-igen', ['social-merforbrug-fra']),
    ('social', 'samme_tal', 'samme', 'social-merforbrug-til-igen', ['social-merforbrug-til']),
    ('social', 'alder', 'samme_ord', 'social-alder-tekst', ['social-alder-figur-4']),
    ('social', 'alder', 'samme_ord', 'social-alder-opsamling', ['social-alder-figur-5']),
    ('social', 'maalgrupper', 'samme_ord', 'social-maalgrupper-tekst', ['social-maalgrupper-figur']),
    ('social', 'diagnoser', 'samme_ord', 'social-diagnoser-oevrige', ['social-diagnoser-naesten-alle']),
    ('social', 'navngivne', 'optalt', 'social-uden-data', ['social-uden-data-navne']),
    ('social', 'samme_tal', 'samme', 'social-uden-data-igen', ['social-uden-data']),
    ('social', 'over_landet', 'over_pct', 'social-foranstaltning-pct',
        ['social-foranstaltning', 'social-foranstaltning-over']),
    ('social', 'over_landet', 'over_pct', 'social-anbringelse-pct', ['social-anbringelse', 'social-anbringelse-over']),
    ('social', 'samme_dato', 'samme_ord', 'kofoedsminde-udsendt-igen', ['kofoedsminde-udsendt']),
    ('social', 'samme_dato', 'samme_ord', 'kofoedsminde-frist-igen', ['kofoedsminde-frist']),
    ('social', 'udmelding', 'ord_i', 'kofoedsminde-foerste', ['kofoedsminde-omtalt']),
    ('social', 'samme_tal', 'samme', 'social-voksne-aarlig-figur', ['social-voksne-aarlig-til']),
    ('social', 'samme_tal', 'samme', 'social-voksne-aarlig-opsamling', ['social-voksne-aarlig-til']),
    ('social', 'samme_tal', 'samme_til_sidste_ciffer', 'social-voksne-lavere-igen', ['social-voksne-lavere']),
    ('social', 'samme_tal', 'samme_til_sidste_ciffer', 'social-boern-lavere-igen', ['social-boern-lavere']),
    -- The climate projects (000, 001, 002).
    ('klima', 'navngivne', 'optalt', 'klima-33', ['ept-kommuner', 'ept-andre-kommuner']),
    ('klima', 'hovedstadens_kommuner', 'samme', 'klima-33', ['kommuner-29', 'ept-andre-kommuner']),
    ('klima', 'samme_tal', 'samme', 'ept-kommuner', ['kommuner-29']),
    ('klima', 'navngivne', 'optalt', 'ept-selskaber', ['ept-selskaber-navne']),
    ('klima', 'dk2020', 'forskel', 'klima-dk2020-tilbage', ['kommuner-98', 'klima-dk2020-foerste']),
    ('klima', 'samme_tal', 'samme', 'klima-dk2020-foerste', ['klima-dk2020-pilot']),
    ('klima', 'samme_tal', 'samme', 'klima-projekter-afslutning', ['klima-projekter-oversigt']),
    ('klima', 'samme_tal', 'samme', 'klima-projekter-halvvejs', ['klima-projekter-oversigt']),
    ('klima', 'udregnet', 'andel_pct', 'klima-ekstra-kapacitet', ['klima-ekstra-person', 'klima-personer-i-bil']),
    ('klima', 'timer', 'samme_ord', 'ept-timer-periode', ['ept-periode']),
    ('klima', 'samme_tal', 'samme', 'klima-spildtid', ['vip-spildtid']),
    ('klima', 'samme_tal', 'samme', 'klima-rejser', ['vip-rejser']),
    ('klima', 'samme_dato', 'samme_dag', 'temamoede-to-invitation', ['temamoede-to']),
    ('klima', 'samme_dato', 'samme_dag', 'temamoede-to-program', ['temamoede-to']),
    ('klima', 'samme_tal', 'samme', 'klima-33-igen', ['klima-33']),
    ('klima', 'samme_tal', 'samme', 'klima-tiltag-igen', ['klima-tiltag']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'madspild-kilo-igen', ['madspild-kilo']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'madspild-ton-igen', ['madspild-ton']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'madspild-co2-igen', ['madspild-co2']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'madspild-fald-igen', ['madspild-fald']),
    ('klima', 'samme_tal', 'samme', 'genanvendelse-2025-igen', ['genanvendelse-2025']),
    ('klima', 'samme_tal', 'samme', 'genanvendelse-2030-igen', ['genanvendelse-2030']),
    ('klima', 'samme_tal', 'samme', 'genanvendelse-2035-igen', ['genanvendelse-2035']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'madaffald-sorteret-igen', ['madaffald-sorteret']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'kollektiv-indkoeb-igen', ['kollektiv-indkoeb']),
    ('klima', 'samme_tal', 'samme', 'groen-transport-2025-igen', ['groen-transport-2025']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'offentlige-indkoeb-igen', ['offentlige-indkoeb']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'klima-spildtid-igen', ['klima-spildtid']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'klima-rejser-igen', ['klima-rejser']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'pendlere-i-koe-igen', ['pendlere-i-koe']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'samkoersel-trafik-igen', ['samkoersel-trafik']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'klima-ekstra-kapacitet-igen', ['klima-ekstra-kapacitet']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'klima-personer-i-bil-igen', ['klima-personer-i-bil']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'renovering-co2-igen', ['renovering-co2']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'renovering-energi-igen', ['renovering-energi']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'huse-igen', ['huse']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'huse-besparelse-igen', ['huse-besparelse']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'huse-energi-igen', ['huse-energi']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'huse-co2-igen', ['huse-co2']),
    ('klima', 'samme_tal', 'samme', 'boliger-co2-maal-igen', ['boliger-co2-maal']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'plast-restaffald-igen', ['plast-restaffald']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'plast-ton-igen', ['plast-ton']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'plast-verden-igen', ['plast-verden']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'plast-verden-2050-igen', ['plast-verden-2050']),
    ('klima', 'samme_tal', 'samme_til_sidste_ciffer', 'plast-olie-2050-igen', ['plast-olie-2050']),
    ('klima', 'samme_tal', 'samme', 'klima-temamoeder-igen', ['klima-temamoeder']),
    ('klima', 'samme_tal', 'samme', 'klima-2030-maal-styring', ['klima-2030-maal']),
    ('klima', 'samme_tal', 'samme', 'klima-2030-maal-igen', ['klima-2030-maal']),
    ('klima', 'samme_tal', 'samme', 'klima-2030-maal-vip', ['klima-2030-maal']),
    ('klima', 'mellem', 'mellem', 'indkoebsomraader-opgaven', ['indkoebsomraader-mindst', 'indkoebsomraader-hoejst']),
    ('klima', 'mellem', 'mellem', 'indkoebsomraader-oversigten',
        ['indkoebsomraader-mindst', 'indkoebsomraader-hoejst']),
    ('klima', 'samme_tal', 'samme', 'partnerskab-slut-indkoeb', ['partnerskab-slut']),
    ('klima', 'samme_tal', 'samme', 'partnerskab-slut-plast', ['partnerskab-slut']),
    ('klima', 'samme_tal', 'samme', 'dk2020-kkr', ['kkr-i-landet']),
    ('klima', 'navngivne', 'optalt', 'dk2020-niveauer', ['dk2020-niveauer-navne']),
    ('klima', 'samme_tal', 'samme', 'kommuner-98-eu', ['kommuner-98']),
    ('klima', 'samme_tal', 'samme', 'dk2020-pilot-eu', ['klima-dk2020-pilot']),
    ('klima', 'samme_ord', 'samme_ord', 'temamoede-to-tid-program', ['temamoede-to-tid']),
    ('klima', 'samme_tal', 'samme', 'ept-timer-regionen', ['ept-timer-selskaber']),
    ('klima', 'samme_tal', 'samme', 'ept-timer-kommunen', ['ept-timer-selskaber']),
    ('klima', 'peergrupper', 'mellem_produkter', 'kommuner-29',
        ['peergrupper', 'peergrupper-mindst', 'peergrupper-hoejst']),
    ('klima', 'samme_dato', 'ord_i', 'topmoede-maaned', ['topmoede']),
    -- Who takes part in them (002).
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-madspild', ['deltagere-madspild']),
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-drivmidler', ['deltagere-drivmidler']),
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-indkoeb', ['deltagere-indkoeb']),
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-pendlervaner', ['deltagere-pendlervaner']),
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-boliger', ['deltagere-boliger']),
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-plastaffald', ['deltagere-plastaffald']),
    ('vip_deltagere', 'gengangere', 'uden_gengangere', 'deltagere-emballage', ['deltagere-emballage']),
    ('vip_deltagere', 'pilot', 'paa_listen', 'pilot-boliger', ['deltagere-boliger']),
    -- Labour and education (000).
    ('arbejdskraft', 'sum', 'sum', 'kommuner-29', ['unge-17-stiger', 'unge-17-falder']),
    ('arbejdskraft', 'mellem', 'mellem', 'aeldre-80', ['aeldre-80-mindst', 'aeldre-80-hoejst']),
    ('arbejdskraft', 'samme_tal', 'samme', 'eud-soegning', ['eud-soegning-2019']),
    ('arbejdskraft', 'navngivne', 'optalt', 'eud-maal', ['eud-maal-liste']),
    ('arbejdskraft', 'samme_tal', 'samme', 'eud-uddannelser-igen', ['eud-uddannelser']),
    -- Telemedicine (001).
    ('telemedicin', 'udregnet', 'produkt', 'telehjerter-i-alt', ['telehjerter-aarsvaerk', 'aarsvaerk-pris']),
    ('telemedicin', 'sum', 'sum', 'telehjerter-i-alt', ['telehjerter-kommunerne', 'telehjerter-regionen']),
    ('telemedicin', 'sum', 'sum', 'telehjerter-aarsvaerk', ['telehjerter-aarsvaerk-hver', 'telehjerter-aarsvaerk-hver']),
    ('telemedicin', 'udregnet', 'halvt_produkt', 'telehjerter-kommunerne', ['telehjerter-aarsvaerk', 'aarsvaerk-pris']),
    ('telemedicin', 'udregnet', 'halvt_produkt', 'driftsenhed-kommunerne', ['driftsenhed-aarsvaerk', 'aarsvaerk-pris']),
    ('telemedicin', 'samme_tal', 'samme', 'driftsenhed-kommunerne-igen', ['driftsenhed-kommunerne']),
    -- The agenda (001).
    ('dagsorden', 'samme_dato', 'samme_dag', 'moede-dato', ['moede-dato-punkt']),
    ('dagsorden', 'samme_dato', 'samme_ord', 'forrige-moede-igen', ['forrige-moede']),
    ('dagsorden', 'samme_ord', 'samme_ord', 'laanepulje-kommuner-igen', ['laanepulje-kommuner']),
    ('dagsorden', 'samme_tal', 'samme_til_sidste_ciffer', 'erhvervsstoette-igen', ['erhvervsstoette']),
    ('dagsorden', 'samme_dato', 'samme_ord', 'telehjerter-slut-igen', ['telehjerter-slut']),
    ('dagsorden', 'samme_tal', 'samme', 'telehjerter-kommuner', ['kommuner-29']),
    ('dagsorden', 'samme_dato', 'samme_ord', 'skoletjenesten-frederiksberg', ['skoletjenesten-slut']),
    ('dagsorden', 'samme_dato', 'samme_ord', 'skoletjenesten-frederiksberg-igen', ['skoletjenesten-frederiksberg']),
    ('dagsorden', 'samme_tal', 'samme', 'vip-syv-dagsorden', ['vip-syv']),
    ('dagsorden', 'samme_tal', 'samme', 'vip-tre-dagsorden', ['vip-tre']),
    -- Mobility (001, 002, 004).
    ('mobilitet_papirer', 'udregnet', 'pr_pct', 'udvikling-flere-biler-pr-indbygger',
        ['udvikling-flere-biler', 'udvikling-flere-indbyggere-hele-hovedstadsomraadet']),
    ('mobilitet_papirer', 'mellem', 'mellem', 'udvikling-flere-indbyggere-hele-hovedstadsomraadet',
        ['udvikling-flere-indbyggere-det-oevrige-hovedstadsomraade', 'udvikling-flere-indbyggere-ringbyen']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'vip-i-infrastrukturplan', ['vip-i-infrastrukturplan-dagsorden']),
    ('mobilitet_papirer', 'sum', 'sum', 'vip-i-alt', ['vip-syv', 'vip-tre']),
    ('mobilitet_papirer', 'udregnet', 'produkt', 'vip-spildtid-2035', ['vip-spildtid', 'vip-spildtid-fordobling']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'vision-spildtid', ['vip-spildtid']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'vision-spildtid-2035', ['vip-spildtid-2035']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'vision-rejser', ['vip-rejser']),
    ('mobilitet_papirer', 'samme_dato', 'ord_i', 'vision-vedtaget-dagsorden', ['vision-vedtaget-katalog']),
    ('mobilitet_papirer', 'dele', 'samme', 'mobilitetsanalyse-dele', ['mobilitetsanalyse-faser']),
    ('mobilitet_papirer', 'slut', 'samme_ord', 'mobilitetsanalyse-slut', ['mobilitetsanalyse-slut-dagsorden']),
    ('mobilitet_papirer', 'aarlige', 'samme_ord', 'passagerer-aarlige', ['passagerer-pr-doegn']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'opgaveudvalg-mindst-igen', ['opgaveudvalg-mindst']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'opgaveudvalg-hoejst-igen', ['opgaveudvalg-hoejst']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-raadgivning-i-alt',
        ['mobilitetsanalyse-raadgivning-2023', 'mobilitetsanalyse-raadgivning-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-jura-i-alt', ['mobilitetsanalyse-jura-2023']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-projektledelse-i-alt',
        ['mobilitetsanalyse-projektledelse-2023', 'mobilitetsanalyse-projektledelse-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-udgifter-i-alt',
        ['mobilitetsanalyse-udgifter-2023', 'mobilitetsanalyse-udgifter-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-udgifter-2023',
        ['mobilitetsanalyse-raadgivning-2023', 'mobilitetsanalyse-jura-2023', 'mobilitetsanalyse-projektledelse-2023']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-udgifter-2024',
        ['mobilitetsanalyse-raadgivning-2024', 'mobilitetsanalyse-projektledelse-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-anlaeg-i-alt-2023',
        ['mobilitetsanalyse-raadgivning-2023', 'mobilitetsanalyse-jura-2023']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-anlaeg-i-alt-2024', ['mobilitetsanalyse-raadgivning-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-anlaeg-i-alt-i-alt',
        ['mobilitetsanalyse-anlaeg-i-alt-2023', 'mobilitetsanalyse-anlaeg-i-alt-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-service-i-alt-2023',
        ['mobilitetsanalyse-projektledelse-2023']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-service-i-alt-2024',
        ['mobilitetsanalyse-projektledelse-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-service-i-alt-i-alt',
        ['mobilitetsanalyse-service-i-alt-2023', 'mobilitetsanalyse-service-i-alt-2024']),
    ('mobilitet_papirer', 'udregnet', 'tusinder_i_mio', 'mobilitetsanalyse-anlaeg',
        ['mobilitetsanalyse-anlaeg-i-alt-i-alt']),
    ('mobilitet_papirer', 'udregnet', 'tusinder_i_mio', 'mobilitetsanalyse-service',
        ['mobilitetsanalyse-service-i-alt-2023']),
    ('mobilitet_papirer', 'udregnet', 'tusinder', 'mobilitetsanalyse-jura-tekst', ['mobilitetsanalyse-jura-2023']),
    ('mobilitet_papirer', 'samme_tal', 'samme_til_sidste_ciffer', 'vip-rejser-forside', ['vip-rejser']),
    ('mobilitet_papirer', 'samme_tal', 'samme_til_sidste_ciffer', 'vip-spildtid-fremhaevet', ['vip-spildtid']),
    ('mobilitet_papirer', 'samme_tal', 'samme_til_sidste_ciffer', 'vip-spildtid-2035-fremhaevet',
        ['vip-spildtid-2035']),
    ('mobilitet_papirer', 'stavning', 'samme_ord', 'vip-metro-kort', ['vip-metro-liste']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'mobilitetsanalyse-projektering-2023',
        ['mobilitetsanalyse-raadgivning-2023']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'mobilitetsanalyse-projektering-2024',
        ['mobilitetsanalyse-raadgivning-2024']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'mobilitetsanalyse-projektering-i-alt',
        ['mobilitetsanalyse-raadgivning-i-alt']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-projektering-i-alt',
        ['mobilitetsanalyse-projektering-2023', 'mobilitetsanalyse-projektering-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-tmu-i-alt',
        ['mobilitetsanalyse-tmu-2023', 'mobilitetsanalyse-tmu-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-oeu-i-alt',
        ['mobilitetsanalyse-oeu-2023', 'mobilitetsanalyse-oeu-2024']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-projektledelse-2023',
        ['mobilitetsanalyse-tmu-2023', 'mobilitetsanalyse-oeu-2023']),
    ('mobilitet_papirer', 'sum', 'sum', 'mobilitetsanalyse-projektledelse-2024',
        ['mobilitetsanalyse-tmu-2024', 'mobilitetsanalyse-oeu-2024']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'mobilitetsanalyse-jura-tabel-2', ['mobilitetsanalyse-jura-2023']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'opgaveudvalg-moeder', ['opgaveudvalg-temaer']),
    ('mobilitet_papirer', 'navngivne', 'optalt', 'pejlemaerker-katalog', ['pejlemaerker-liste']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'pejlemaerker-vision', ['pejlemaerker-katalog']),
    ('mobilitet_papirer', 'samme_tal', 'samme', 'pejlemaerker-laesevejledning', ['pejlemaerker-katalog']),
    -- The Fingerplan (004).
    ('fingerplan', 'navngivne', 'optalt', 'fingerplan-sjaelland', ['fingerplan-sjaelland-navne']),
    ('fingerplan', 'samme_tal', 'samme', 'fingerplan-kommuner-igen', ['fingerplan-kommuner']),
    ('fingerplan', 'samme_tal', 'samme', 'fingerplan-typer-igen', ['fingerplan-typer']),
    -- The Erhvervshus (001, 002, 004).
    ('erhvervspapirer', 'vejledt', 'samme_ord', 'maal-4-vejledt', ['maal-4-aar', 'maal-3-vejledt', 'maal-6-vejledt']),
    ('erhvervspapirer', 'samme_aar', 'samme_ord', 'maal-3-vejledt', ['maal-4-aar']),
    ('erhvervspapirer', 'samme_aar', 'samme_ord', 'maal-6-vejledt', ['maal-4-aar']),
    ('erhvervspapirer', 'samme_aar', 'samme_ord', 'maal-7-vejledt', ['maal-4-aar']),
    ('erhvervspapirer', 'foerste_maaling', 'samme_ord', 'maal-8-fra', ['maal-8-foerste-maaling']),
    ('erhvervspapirer', 'lovens_alder', 'aar_siden', 'erhvervslov-alder', ['erhvervslov-i-kraft', 'moede-2024']),
    ('erhvervspapirer', 'kontrakt', 'samme_ord', 'resultatkontrakt-2024', ['resultatkontrakt-2024-ikke']),
    ('erhvervspapirer', 'early_warning', 'samme', 'early-warning-beretning', ['erhvervshus-early-warning-2024']),
    ('erhvervspapirer', 'abonnenter', 'flere_end', 'abonnenter-over', ['resultat-2024-1-a']),
    ('erhvervspapirer', 'deltagere', 'flere_end', 'deltagere-over',
        ['resultat-2024-2-c', 'fordeling-2024-total-ivaerksaetterintro-webinarer-og-workshops']),
    ('erhvervspapirer', 'flere_end', 'flere_end', 'virksomheder-over', ['erhvervshus-virksomheder-2024']),
    ('erhvervspapirer', 'flere_end', 'flere_end', 'opsoegte-over', ['resultat-2024-2-e2']),
    ('erhvervspapirer', 'flere_end', 'flere_end', 'artikler-over', ['erhvervshus-presseartikler-2024']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'nps-beretning', ['resultat-2024-3-a']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'mervaekst-beretning', ['erhvervshus-mervaekst-seneste']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'eksport-igen', ['eksport']),
    ('erhvervspapirer', 'sum', 'sum', 'udbytte-i-alt', ['udbytte-hoej-grad', 'udbytte-nogen-grad']),
    ('erhvervspapirer', 'ukraine', 'samme', 'ukraine-ivaerksaettere',
        ['fordeling-2024-samlet-i-regionen-ukraine-indsats']),
    ('erhvervspapirer', 'navngivne', 'optalt', 'fokusomraader-2023', ['fokusomraader-2023-liste']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'opsoegte-fremhaevet', ['opsoegte-over']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'webinarer-fremhaevet', ['webinarer']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'deltagere-fremhaevet', ['deltagere-over']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'foelgere-fremhaevet', ['foelgere']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'visninger-fremhaevet', ['visninger-maal']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'abonnenter-fremhaevet', ['abonnenter-over']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'omtaler-fremhaevet', ['artikler-over']),
    ('erhvervspapirer', 'samme_tal', 'samme', 'nps-fremhaevet', ['nps-beretning']),
    ('erhvervspapirer', 'samme_tal', 'samme_til_sidste_ciffer', 'udbytte-fremhaevet', ['udbytte-hoej-grad']),
    ('erhvervspapirer', 'heraf', 'hoejst', 'tilsagn-programmet', ['tilsagn-virksomheder']),
    ('erhvervspapirer', 'heraf', 'hoejst', 'tilsagn-programmet-beloeb', ['tilsagn-beloeb']),
    ('erhvervspapirer', 'heraf', 'hoejst', 'ivaerksaettere-tilskud', ['ivaerksaettere']),
    -- The EU office (004).
    ('eu_kontor', 'samme_tal', 'samme', 'eu-hjemtag-igen', ['eu-hjemtag']),
    ('eu_kontor', 'naevnte_projekter', 'mindst_summen', 'eu-hjemtag',
        ['eu-life-act', 'eu-cultigen', 'eu-skypuzzler', 'eu-sundhed', 'eu-unite']),
    ('eu_kontor', 'navngivne', 'optalt', 'eu-universiteter', ['eu-universiteter-navne']),
    ('eu_kontor', 'navngivne', 'optalt', 'eu-ungdomsskoler', ['eu-ungdomsskoler-navne']),
    ('eu_kontor', 'navngivne', 'optalt', 'eu-joint-actions', ['eu-joint-actions-navne']),
    ('eu_kontor', 'heraf', 'hoejst', 'eu-godkendte', ['eu-ansoegninger']),
    ('eu_kontor', 'heraf', 'hoejst', 'eu-arrangementer-godkendt', ['eu-arrangementer']),
    ('eu_kontor', 'heraf', 'hoejst', 'eu-unite', ['eu-unite-i-alt']),
    ('eu_kontor', 'heraf', 'hoejst', 'eu-eurostars-dansk', ['eu-eurostars']),
    -- Physiotherapy's words (004).
    ('fysioterapi_ord', 'kommunegruppe', 'samme_ord', 'vaegt-hoejere-gruppe', ['vaegt-lavere-gruppe']),
    ('fysioterapi_ord', 'sum', 'sum', 'mobile-fysioterapeuter',
        ['mobile-frederiksberg', 'mobile-halsnaes', 'mobile-lyngby-taarbaek', 'mobile-gladsaxe', 'mobile-koebenhavn']),
    ('fysioterapi_ord', 'heraf', 'hoejst', 'mobile-samme-klinik', ['mobile-koebenhavn']),
    -- Pregnant women with drug abuse (004).
    ('gravide', 'samme_tal', 'samme', 'gravide', ['gravide-resume']),
    ('gravide', 'samme_tal', 'samme', 'gravide-foer', ['gravide-misbrug-foer']),
    ('gravide', 'samme_tal', 'samme', 'gravide-under', ['gravide-misbrug-under']),
    ('gravide', 'samme_tal', 'samme', 'gravide-foer-pct', ['gravide-misbrug-foer-pct']),
    ('gravide', 'samme_tal', 'samme', 'gravide-under-pct', ['gravide-misbrug-under-pct']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-misbrug-foer-pct', ['gravide-misbrug-foer', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-andet-foer-pct', ['gravide-andet-foer', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-forebyggende-foer-pct', ['gravide-forebyggende-foer', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-familie-foer-pct', ['gravide-familie-foer', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-misbrug-under-pct', ['gravide-misbrug-under', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-andet-under-pct', ['gravide-andet-under', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-forebyggende-under-pct', ['gravide-forebyggende-under', 'gravide']),
    ('gravide', 'udregnet', 'andel_pct', 'gravide-familie-under-pct', ['gravide-familie-under', 'gravide']),
    ('gravide', 'samme_raekke', 'samme', 'gravide-forebyggende-under', ['gravide-forebyggende-foer']),
    ('gravide', 'i_tabellen', 'mindste', 'gravide-doegn-mindst',
        ['gravide-doegn-2017', 'gravide-doegn-2018', 'gravide-doegn-2019']),
    ('gravide', 'i_tabellen', 'stoerste', 'gravide-doegn-hoejst',
        ['gravide-doegn-2017', 'gravide-doegn-2018', 'gravide-doegn-2019']),
    ('gravide', 'heraf', 'hoejst', 'gravide-doegn-2017', ['gravide-visiteret-2017']),
    ('gravide', 'heraf', 'hoejst', 'gravide-doegn-2018', ['gravide-visiteret-2018']),
    ('gravide', 'heraf', 'hoejst', 'gravide-doegn-2019', ['gravide-visiteret-2019']),
    ('gravide', 'maalgruppe', 'samme', 'gravide', ['gravide-doegn-hoejst', 'gravide-doegn-2017', 'gravide-doegn-2019']),
    ('gravide', 'om_aaret', 'samme', 'gravide-om-aaret',
        ['gravide-doegn-hoejst', 'gravide-doegn-2017', 'gravide-doegn-2019']),
    ('gravide', 'samme_tal', 'samme', 'kommuner-98-gravide', ['kommuner-98']),
    ('gravide', 'samme_dato', 'samme_ord', 'gravide-afrapportering', ['gravide-frist']),
    ('gravide', 'samme_dato', 'ord_i', 'gravide-foerste-udmelding-maaned', ['gravide-foerste-udmelding']),
    ('gravide', 'samme_dato', 'ord_i', 'gravide-foerste-udmelding-folder', ['gravide-foerste-udmelding']),
    ('gravide', 'navngivne', 'optalt', 'gravide-formaend', ['gravide-formaend-kommuner']),
    ('gravide', 'samme_tal', 'samme', 'gravide-regioner', ['gravide-kkr']),
    ('gravide', 'samme_tal', 'samme', 'gravide-kkr', ['kkr-i-landet']),
    ('gravide', 'samme_tal', 'samme', 'gravide-igen', ['gravide']),
    ('gravide', 'samme_tal', 'samme', 'gravide-foer-igen', ['gravide-foer']),
    ('gravide', 'samme_tal', 'samme_til_sidste_ciffer', 'gravide-foer-pct-igen', ['gravide-foer-pct']),
    ('gravide', 'samme_tal', 'samme', 'gravide-under-igen', ['gravide-under']),
    ('gravide', 'samme_tal', 'samme_til_sidste_ciffer', 'gravide-under-pct-igen', ['gravide-under-pct']),
    -- Secured institutions (004).
    ('sikrede_pladser', 'sum', 'sum', 'sikret-udgift-i-alt', ['sikret-udgift', 'sikret-udgift-naevn']),
    ('sikrede_pladser', 'udregnet', 'forhold', 'sikret-helaarspris', ['sikret-udgift-i-alt', 'sikret-helaar']),
    ('sikrede_pladser', 'udregnet', 'pr_doegn', 'sikret-takst-doegn', ['sikret-takst-aar']),
    ('sikrede_pladser', 'taksten', 'hele_i_mio', 'sikret-helaarspris', ['sikret-takst-aar', 'sikret-kommunens-pct']),
    ('sikrede_pladser', 'udregnet', 'aar_i_mio', 'social-takst-aar-lav', ['social-takst-lav']),
    ('sikrede_pladser', 'udregnet', 'aar_i_mio', 'social-takst-aar-hoej', ['social-takst-hoej']),
    ('sikrede_pladser', 'samme_tal', 'samme', 'social-takst-lav-igen', ['social-takst-lav']),
    ('sikrede_pladser', 'samme_tal', 'samme', 'social-takst-hoej-igen', ['social-takst-hoej']),
    ('sikrede_pladser', 'sum', 'sum', 'sikret-doegn', ['sikret-isoleret', 'sikret-samvaer']),
    -- KKR Midtjylland, another region (003).
    ('midtjylland', 'samme_tal', 'samme', 'midt-forslag-igen', ['midt-forslag']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-medarbejdere-igen', ['midt-medarbejdere']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-indkoeb-igen', ['midt-indkoeb']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-initiativer-oversigt', ['midt-initiativer']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-basisbevilling-igen', ['midt-basisbevilling']),
    ('midtjylland', 'udregnet', 'tusinder_i_mio', 'midt-basisbevilling', ['midt-bidrag-i-alt']),
    ('midtjylland', 'sum', 'sum', 'midt-sluse', ['midt-sluse-fond', 'midt-sluse-lodsejere']),
    ('midtjylland', 'sum', 'sum', 'midt-klynger', ['midt-klynger-flere-team', 'midt-klynger-et-team']),
    ('midtjylland', 'sum', 'sum', 'midt-vejledninger',
        ['midt-vejledninger-vaekst', 'midt-vejledninger-uden-vaekst', 'midt-vejledninger-kollektive']),
    ('midtjylland', 'overskrift', 'samme_ord', 'midt-case-3-indhold', ['midt-case-3']),
    ('midtjylland', 'overskrift', 'samme_ord', 'midt-tema-3-liste', ['midt-tema-3-indhold']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-tema-sidste', ['midt-temaer']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-forslag-sidste', ['midt-forslag']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-kommuner-i-landet', ['kommuner-98']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-dk2020', ['klima-dk2020-pilot']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-spildevand-igen', ['midt-spildevand']),
    ('midtjylland', 'navngivne', 'optalt', 'midt-kommuner', ['midt-kommuner-navne']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-kommuner-igen', ['midt-kommuner']),
    ('midtjylland', 'navngivne', 'optalt', 'midt-nationale-maal', ['midt-nationale-maal-liste']),
    ('midtjylland', 'navngivne', 'optalt', 'midt-faelles-maal', ['midt-faelles-maal-liste']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-nps-igen', ['midt-nps']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-effekt-igen', ['midt-effekt']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-akuthospitaler', ['midt-klynger']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-delprojekter-igen', ['midt-delprojekter']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-delprojekter-status', ['midt-delprojekter']),
    ('midtjylland', 'samme_tal', 'samme', 'midt-satspulje-status', ['midt-satspulje'])
) AS r(kontrol, regel, udregning, resultat, led);

CREATE VIEW kontrol_papirer AS
WITH brugt AS (
    SELECT nr, unnest(led) AS id, generate_subscripts(led, 1) AS plads FROM regnestykke
),
led AS (
    SELECT nr, list(tal ORDER BY plads) AS t, list(tal - halv ORDER BY plads) AS l, list(tal + halv ORDER BY plads) AS h,
        list(tekst ORDER BY plads) AS ord, list(lower(tekst) ORDER BY plads) AS smaa,
        list({
            'hvad': hvad, 'tal': tal, 'enhed': enhed, 'tekst': tekst, 'aar': aar, 'kilde_id': kilde_id,
            'kilde_linje': kilde_linje
        } ORDER BY plads) AS led, list(kilde_id ORDER BY plads)[1] AS kilde_id_2,
        list(kilde_linje ORDER BY plads)[1] AS kilde_linje_2
    FROM brugt LEFT JOIN kontroltal USING (id) GROUP BY nr
),
-- What follows, and the least and the most that it can be.
regnet AS (
    SELECT nr, udregning, resultat.id, resultat.tal AS trykt, resultat.tekst, t, l, h, ord, smaa,
        resultat.halv,
        CASE udregning
            WHEN 'sum' THEN list_sum(t)
            WHEN 'forskel' THEN 2 * t[1] - list_sum(t)
            WHEN 'aar_siden' THEN t[2] - t[1]
            WHEN 'produkt' THEN list_product(t)
            WHEN 'halvt_produkt' THEN list_product(t) / 2
            WHEN 'forhold' THEN t[1] / t[2]
            WHEN 'andel_pct' THEN 100 * t[1] / t[2]
            WHEN 'over_pct' THEN 100 * t[2] / (t[1] - t[2])
            WHEN 'over_pct_af_to' THEN 100 * (t[1] / t[2] - 1)
            WHEN 'pr_pct' THEN 100 * ((1 + t[1] / 100) / (1 + t[2] / 100) - 1)
            WHEN 'vaekst_i_aar' THEN 100 * ((1 + t[1] / 100) ** (t[3] - t[2]) - 1)
            WHEN 'samlet_vaekst' THEN 100 * ((t[1] + t[3]) / (t[1] / (1 + t[2] / 100) + t[3] / (1 + t[4] / 100)) - 1)
            WHEN 'tusinder' THEN 1000 * t[1]
            WHEN 'tusinder_i_mio' THEN t[1] / 1000
            WHEN 'pr_doegn' THEN t[1] / 365
            WHEN 'aar_i_mio' THEN t[1] * 365 / 1e6
            WHEN 'hele_i_mio' THEN 100 * t[1] / t[2] / 1e6
            WHEN 'mindste' THEN list_min(t)
            WHEN 'stoerste' THEN list_max(t)
            WHEN 'optalt' THEN coalesce(list_sum(t), 0) + list_sum(list_transform(ord, lambda x: len(navne(x))))
            WHEN 'mellem' THEN least(greatest(resultat.tal, t[1]), t[2])
            WHEN 'mellem_produkter' THEN least(greatest(resultat.tal, t[1] * t[2]), t[1] * t[3])
            WHEN 'mindst_summen' THEN list_sum(t)
            ELSE t[1]
        END AS genberegnet,
        CASE udregning
            WHEN 'sum' THEN list_sum(l)
            WHEN 'forskel' THEN l[1] + h[1] - list_sum(h)
            WHEN 'produkt' THEN list_product(l)
            WHEN 'halvt_produkt' THEN list_product(l) / 2
            WHEN 'forhold' THEN l[1] / h[2]
            WHEN 'andel_pct' THEN 100 * l[1] / h[2]
            WHEN 'over_pct' THEN 100 * l[2] / (h[1] - l[2])
            WHEN 'over_pct_af_to' THEN 100 * (l[1] / h[2] - 1)
            WHEN 'pr_pct' THEN 100 * ((1 + l[1] / 100) / (1 + h[2] / 100) - 1)
            WHEN 'samlet_vaekst' THEN 100 * ((l[1] + l[3]) / (l[1] / (1 + l[2] / 100) + l[3] / (1 + l[4] / 100)) - 1)
            WHEN 'tusinder_i_mio' THEN l[1] / 1000
            WHEN 'pr_doegn' THEN l[1] / 365
            WHEN 'aar_i_mio' THEN l[1] * 365 / 1e6
            WHEN 'hele_i_mio' THEN 100 * l[1] / h[2] / 1e6
            WHEN 'mellem' THEN l[1]
            WHEN 'mellem_produkter' THEN l[1] * l[2]
            WHEN 'hoejst' THEN 0
            WHEN 'samme' THEN l[1]
        END AS nedre,
        CASE udregning
            WHEN 'sum' THEN list_sum(h)
            WHEN 'forskel' THEN h[1] + l[1] - list_sum(l)
            WHEN 'produkt' THEN list_product(h)
            WHEN 'halvt_produkt' THEN list_product(h) / 2
            WHEN 'forhold' THEN h[1] / l[2]
            WHEN 'andel_pct' THEN 100 * h[1] / l[2]
            WHEN 'over_pct' THEN 100 * h[2] / (l[1] - h[2])
            WHEN 'over_pct_af_to' THEN 100 * (h[1] / l[2] - 1)
            WHEN 'pr_pct' THEN 100 * ((1 + h[1] / 100) / (1 + l[2] / 100) - 1)
            WHEN 'samlet_vaekst' THEN 100 * ((h[1] + h[3]) / (h[1] / (1 + h[2] / 100) + h[3] / (1 + h[4] / 100)) - 1)
            WHEN 'tusinder_i_mio' THEN h[1] / 1000
            WHEN 'pr_doegn' THEN h[1] / 365
            WHEN 'aar_i_mio' THEN h[1] * 365 / 1e6
            WHEN 'hele_i_mio' THEN 100 * h[1] / l[2] / 1e6
            WHEN 'mellem' THEN h[2]
            WHEN 'mellem_produkter' THEN h[1] * h[3]
            WHEN 'samme' THEN h[1]
        END AS oevre,
        CASE udregning
            -- The same figure with the same decimals, printed more than once, is the same to the last of them.
            WHEN 'samme_til_sidste_ciffer' THEN len(list_filter(t, lambda x: x <> resultat.tal)) = 0
            WHEN 'samme_ord' THEN len(list_filter(smaa, lambda x: x <> lower(resultat.tekst))) = 0
            WHEN 'ord_i' THEN contains(smaa[1], lower(resultat.tekst))
            WHEN 'samme_dag' THEN regexp_extract_all(resultat.tekst, '\d+')[1] = regexp_extract_all(ord[1], '\d+')[1]
                AND regexp_extract_all(resultat.tekst, '\d+')[3] = regexp_extract_all(ord[1], '\d+')[2]
            WHEN 'uden_gengangere' THEN len(navne(resultat.tekst)) = len(list_distinct(navne(resultat.tekst)))
            WHEN 'paa_listen' THEN list_contains(navne(ord[1]), resultat.tekst)
            WHEN 'flere_end' THEN t[1] > resultat.tal
            WHEN 'mindst_summen' THEN resultat.tal + resultat.halv >= list_sum(l)
        END AS holder
    FROM regnestykke JOIN led USING (nr) JOIN kontroltal AS resultat ON resultat.id = resultat
)
SELECT r.kontrol, r.regel, 'papirpaastand' AS tabel, concat_ws('-', r.resultat, r.regel) AS noegle, k.hvad AS raekke,
    k.aar, CASE WHEN trykt IS NULL THEN 'tekst' ELSE 'tal' END AS felt, trykt, regnet.halv,
    CASE WHEN trykt IS NOT NULL THEN genberegnet END AS genberegnet, nedre, oevre, holder,
    CASE WHEN trykt IS NULL THEN k.tekst END AS trykt_tekst, k.enhed,
    to_json({
        'led': led.led,
        'ord': k.tekst,
        'gengangere': list_filter(list_distinct(navne(k.tekst)), lambda x: len(list_filter(navne(k.tekst), lambda y: y = x)) > 1)
    }) AS led,
    k.kilde_id, k.kilde_linje, led.kilde_id_2, led.kilde_linje_2
FROM regnestykke AS r JOIN regnet USING (nr) JOIN led USING (nr) JOIN kontroltal AS k ON k.id = r.resultat;
