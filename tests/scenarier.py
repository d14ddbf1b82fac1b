"""Every valid scenario, for the tests that try many: all sliders, years and bases, weights, and patients who follow."""

from hypothesis import strategies as st

from analytics.begreber import AAR, RAEKKER
from analytics.grundlag import GRUNDKAPACITETER
from analytics.scenarie import Scenarie
from analytics.scenarie.kode import KOMMUNER, OMRAADER
from analytics.scenarie.vaegte import GRUPPER, Behov, Vaegte

SLIDERS = [(omraade, speciale) for omraade in OMRAADER for speciale in RAEKKER]
TILLAEG = st.dictionaries(st.sampled_from(SLIDERS), st.integers(0, 100).map(lambda tenths: tenths / 10))
VAEGTE = st.builds(
    Vaegte,
    st.dictionaries(st.sampled_from(KOMMUNER), st.sampled_from(GRUPPER)),
    st.tuples(*[st.floats(0, 15)] * len(GRUPPER)),
    st.dictionaries(st.sampled_from(OMRAADER), st.builds(Behov, st.floats(0, 100), st.floats(0, 10))),
)
WITHOUT_WEIGHTS = st.builds(Scenarie, st.sampled_from(AAR), TILLAEG, st.sampled_from(list(GRUNDKAPACITETER)))
SCENARIER = st.builds(
    Scenarie, st.sampled_from(AAR), TILLAEG, st.sampled_from(list(GRUNDKAPACITETER)), st.none() | VAEGTE, st.booleans()
)
