"""Constants of a person's body. Each says where it is from; *memory* is a default, not checked against its source.

Masses are fractions of body mass, lengths fractions of stature.
"""

from __future__ import annotations

# de Leva 1996 (J Biomech 29:1223-1230), read in two transcriptions that agree. Limbs: one side. The navel parts the
# middle trunk from the lower trunk.
SEGMENT_FRACTIONS = {
    "female": {
        "head": 0.0668, "upper_trunk": 0.1545, "middle_trunk": 0.1465, "lower_trunk": 0.1247,
        "upper_arm": 0.0255, "forearm": 0.0138, "hand": 0.0056, "thigh": 0.1478, "shank": 0.0481, "foot": 0.0129,
    },
    "male": {
        "head": 0.0694, "upper_trunk": 0.1596, "middle_trunk": 0.1633, "lower_trunk": 0.1117,
        "upper_arm": 0.0271, "forearm": 0.0162, "hand": 0.0061, "thigh": 0.1416, "shank": 0.0433, "foot": 0.0137,
    },
}  # fmt: skip
PAIRED = ("upper_arm", "forearm", "hand", "thigh", "shank", "foot")

# The part of the lower trunk above the disc L4/L5: our assumption, since the navel lies about as high as L4. For a man
# 51 % of body mass is then above L4/L5, as in the parameters of a commercial model (AMMR: 50.6 %, after Winter).
LOWER_TRUNK_ABOVE_L4L5 = 0.20
# Of body mass, between the discs L4/L5 and L5/S1: Pearsall 1996, two women and two men by CT.
L5_SLICE = 0.026

# Gain: IOM 2009. Upper end of the class of body mass index, kilograms a week from week 13, middle of the range.
FIRST_TRIMESTER_WEEKS = 13.0
FIRST_TRIMESTER_GAIN_KG = 1.25  # the middle of 0.5 to 2.0
BMI_CLASSES = (18.5, 25.0, 30.0)
WEEKLY_GAIN_KG = (0.51, 0.42, 0.28, 0.22)
# Twins: Hutcheon 2018, medians at weeks 20 and 37; none for underweight, so as for normal weight.
TWIN_WEEKS = (20.0, 37.0)
TWIN_GAIN_KG = ((6.8, 19.8), (6.8, 19.8), (5.7, 18.1), (3.6, 14.4))

# The belly: Jensen 1996 (15 women), growth of the lower trunk from week 15; before that our assumption, which makes the
# whole at week 40 the sum of fetus, placenta, fluid and uterus (OpenStax: 5.9 to 9.1 kg).
BELLY_FROM_WEEK = 15.0
BELLY_AT_WEEK_15_KG = 0.6
BELLY_KG_A_WEEK = 0.29
BELLY_PER_FURTHER_BABY = 0.6  # our assumption: twins carry 1.6 times the belly of one
# Breasts: OpenStax, 0.9 to 1.4 kg at the end, taken as growing evenly.
BREASTS_AT_WEEK_40_KG = 1.15
# After birth: 190 ml of tissue more in each breast than before conception, measured in 46 in the first half year of
# feeding (Kent 1999, Exp Physiol 84:435-447); a millilitre taken as a gram.
BREASTS_FEEDING_KG = 0.38
TERM_WEEKS = 40.0

# After birth. The womb: about 1 kg, small again in six weeks (memory). What stays of the gain: our assumption.
WOMB_AFTER_BIRTH_KG = 1.0
WOMB_SHRINKS_IN_WEEKS = 2.0  # to 37 %, and so on
LEAVES_AT_BIRTH_KG = 5.9  # fetus, placenta and fluid, the middle of OpenStax
STAYS_AT_BIRTH_SHARE = 0.5
STAYS_SHRINKS_IN_WEEKS = 20.0
BREASTS_SHRINK_IN_WEEKS = 2.0  # where no baby is fed

# The rest of the gain lies mainly on the trunk and the thighs (Catena 2018, 30 women); the shares are our assumption.
GAIN_SHARES = {"upper_trunk": 0.20, "middle_trunk": 0.15, "pelvis": 0.25, "thigh": 0.30, "upper_arm": 0.10}

DEFAULT_HEIGHT_M = {"female": 1.63, "male": 1.76}  # memory
DEFAULT_BMI = 23.0
