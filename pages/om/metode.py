"""Metode: every measure's definition, formula, unit and assumptions, generated from the registry that computes them."""

import streamlit as st

from analytics import daekning, kildekontrol, metode
from analytics.kapacitet.maal import MEASURES
from analytics.kommune.kommunetal import af_hver_slags
from analytics.mobilitet import DAEKNING, TRAEKNINGER
from analytics.mobilitet.godepakker import INDEN_FOR
from analytics.mobilitet.katalog import FLEST_STJERNER
from analytics.pendling.opland import TRIN
from dansk import maengde, tal
from pages import components
from pages.components import Cell, Column, Row
from pages.drawing import downloads, maps
from pages.reading import markdown, queries, sources
from pages.tavler import tavleregler

st.header("Tallene er trykt i papirerne eller regnet efter formlerne her", anchor=False)
st.write(
    "Det, der er trykt, vises som trykt; det, der er beregnet, er mærket. Siden er skrevet ud af den fortegnelse, som "
    "beregner tallene."
)

st.header("Målene", anchor=False)
with st.container(key="ogsaa-papir-maal"):
    for declared in (*MEASURES.values(), *af_hver_slags(queries.tables())):
        measure = declared.fyldt(queries.tables())
        with st.expander(f"**{measure.navn}**"):
            st.markdown(
                f"{markdown.plain(measure.definition)}\n\n"
                f"- **Formel:** {markdown.plain(measure.formel)}\n"
                f"- **Enhed:** {markdown.plain(maps.unit(measure))}\n"
                f"- **Tid:** {markdown.plain(measure.tid)}\n"
                f"- **Kendes pr.:** {'planlægningsområde' if measure.geografi == 'omraade' else 'kommune'}\n"
                f"- **Læses sådan:** {sources.reading(measure.retning)}\n"
                + (
                    f"- **Opgjort efter:** {'bopæl' if measure.opgjort_efter == 'bopael' else 'klinik'}\n"
                    if measure.opgjort_efter
                    else ""
                )
                + "".join(
                    f"- **Forudsætning:** {markdown.plain(each)}\n"
                    for each in measure.forudsaetninger(queries.tables())
                )
            )
            sources.footer(measure.tabeller)

st.header("Scenariet", anchor=False)
concepts = metode.begreber(queries.foundation())
st.markdown("\n".join(f"- **{name}:** {markdown.plain(text)}" for name, text in concepts.items()))
st.write(metode.BEVIST)

st.header("Patienternes veje", anchor=False)
commuting = queries.tables()["fysio_pendling"].iloc[0]
st.markdown(
    f"- **Patienter:** papirets tabel over pendling, speciale {commuting['speciale']}, {commuting['aar']}: hvor de "
    "bor, og hvor de er behandlet. En patient synes at tælle med hvert sted, hun er behandlet. En tom rubrik er ingen "
    "patienter. Den ene celle, der er tabt, er ukendt og regnes med sit mindste og sit højeste; er der forskel, står "
    "begge.\n"
    "- **Behandles hjemme:** patienter, der bor og behandles i området ÷ alle, der bor der, også dem, hvis klinik er "
    "ukendt. Københavns ni er områder; mellem kommuner er de én.\n"
    "- **Rejser ud, kommer ind, netto:** kun mellem kendte steder. Netto er dem, der kommer ind, minus dem, der rejser "
    "ud; for alle områder tilsammen er det 0.\n"
    "- **Dækning, der følger patienterne:** hver kliniks kapacitet deles mellem områderne, som dens patienter bor; "
    "patienter med ukendt bopæl regnes som de andre. Områdets borgere divideres med det, der når frem. Det er brug og "
    "ikke behov.\n"
    "- **Opland:** alle inden for så mange km i luftlinje kan bruge en klinik (2SFCA). Hver kapacitet deles af dem, "
    "der kan nå den, og hver borger lægger det sammen, hun kan nå. I den balancerede udgave tæller en borger én gang "
    f"i alt. I trin tæller oplandets tredjedele {' – '.join(tal.as_printed(weight) for _, weight in TRIN)}. Alle "
    "regnes at være midt i deres område; vand regnes som land, og Bornholm når kun sig selv.\n"
    "- **Buernes bredde** følger antallet; den bredeste er den største af dem, der vises."
)
sources.footer(("fysio_pendling", "fysio_kapacitet", "befolkning"))

st.header("Mobilitet under egne vægte", anchor=False)
st.markdown(
    "- **Værdi:** stjernerne gange vægtene, divideret med vægtenes sum. Ingen positiv effekt er 0. Positiv uden "
    f"stjerner kan være 1 til {FLEST_STJERNER}. Ikke vurderet kan være 0 til {FLEST_STJERNER}. Hvor teksten ikke "
    "afgør, hvilken af to pladser stjerner hører til, er de på den ene og aldrig på begge. Derfor er "
    "værdien et spænd. En forværring er også 0, med mindre den slås til: så er den −1.\n"
    f"- **Rangorden:** {tal.number(TRAEKNINGER)} gange trækkes vægte tæt på dine (Dirichlet-fordelt; «Så tæt på "
    "dine vægte» er koncentrationen), og alt ukendt trækkes blandt de stjerner, det kan være, lige sandsynlige. Det er "
    "en antagelse. Metoden er SMAA-2 (Lahdelma og Salminen, 2001). De samme tal trækkes hver gang.\n"
    f"- **Plads:** de pladser, indsatsen har i {maengde.share(DAEKNING)} af gangene. **Eget ukendt** er den plads, den "
    "har oftest ved netop dine vægte, når alle udfald af dens eget ukendte regnes igennem, og de andres er midten.\n"
    "- **Hvornår er den bedst:** gennemsnittet af de vægte, hvor indsatsen er bedst, når alle vægte er lige "
    "sandsynlige (centrale vægte), og hvor sikkert den er det med netop dem.\n"
    "- **Hvad afgør det:** hver ukendt vurdering prøves for sig med alle de stjerner, den kan få, mens resten regnes "
    "for det laveste.\n"
    "- **Pakke:** fundet eksakt med HiGHS. Lige så gode er dem inden for "
    f"{maengde.share(INDEN_FOR)} af den bedste; hvad de alle har, er også fundet eksakt. Værdierne lægges sammen, som "
    "om indsatserne ikke påvirker hinanden. Det advarer kataloget imod."
)

st.header("Tavlernes tilstande", anchor=False)
st.markdown(f"**VIP-mål.** {tavleregler.vip()}")
st.markdown(tavleregler.AGE)
st.markdown(f"**Møders frister.**\n\n{tavleregler.deadlines()}")
st.markdown(f"**Resultatmål.**\n\n{tavleregler.goals()}")

st.header("Kildekontrollen", anchor=False)
checks = queries.tally()
families = kildekontrol.as_tallies(checks)
made, failed = kildekontrol.in_all(families)
tried = daekning.proevet(queries.tables())
st.write(
    f"{tal.number(made)} kontroller i {len(families)} grupper holder noget trykt op mod noget andet, der er trykt. De "
    f"læser {len(tried.med)} af de {tried.ialt} tabeller, der er afskrevet af papirerne. En "
    "forskel, der er større end afrundingen, står i kildekontrollen: "
    f"{tal.number(failed)}. Tolerancen følger af de trykte decimaler."
)
if tried.uden:
    names = {table.name: table.title for table in queries.descriptions()}
    st.caption(f"Uden kontrol: {'; '.join(names[name] for name in tried.uden)}.")
st.markdown("\n".join(f"- **{kind.navn}:** {kind.definition}" for kind in kildekontrol.KINDS.values()))
components.table(
    "kontroller",
    (
        Column("navn", "Kontrol"),
        Column("sammenligner", "Hvad der holdes op mod hvad"),
        Column("tolerance", "Hvad afrunding må forklare"),
        Column("antal", "Kontroller", "tal"),
        Column("afviger", "Afviger", "tal"),
    ),
    [
        Row(
            (
                Cell(each.navn),
                Cell(each.sammenligner),
                Cell(each.tolerance),
                Cell(tal.number(each.kontrolleret), each.kontrolleret),
                Cell(tal.number(each.afviger), each.afviger),
            )
        )
        for each in families
    ],
    alt=f"{len(families)} slags kontroller, hvad de tåler, og hvor mange der afviger: {tal.number(failed)} i alt",
    cards=True,
)
downloads.bar("kontroller", checks, tables=(), selection="Alle kontroller")

st.header("Kort og farver", anchor=False)
st.markdown(
    "- Flisekortet giver hvert område lige meget plads. Kortet er skematisk.\n"
    "- Klasserne på kortet er fundet med Fisher-Jenks' metode og har runde grænser.\n"
    "- Den farve, der skiller sig mest ud fra bunden, er ringest, hvor høje tal er dårlige. Blå toner er mængder, der "
    "hverken er gode eller dårlige.\n"
    "- Skravering og «–» betyder, at tallet ikke er oplyst. Det er aldrig nul."
)
