"""Where things are: lengths and places as fractions of stature, angles in degrees. *Memory*: a default, not checked.

x is forward, y to her left, z up; heights are above the disc L4/L5, along the spine.
"""

from __future__ import annotations

# Heights of the centres of mass: de Leva's lengths (memory) and centres (read), woman of 1.735 m, the disc L4/L5 at
# 0.137 m above the hips.
HEIGHTS = {
    "abdomen_low": 0.013, "belly": 0.030, "middle_trunk": 0.091, "breasts": 0.180, "upper_trunk": 0.209, "head": 0.348,
}  # fmt: skip
L5S1_BELOW = 0.021  # from L4/L5 down to L5/S1 (memory)
LUMBAR_ROD = 0.090  # from L4/L5 to T12/L1 (memory)
NECK = 0.276  # C7
SHOULDER = 0.221
SHOULDER_HALF_BREADTH = 0.10
UPPER_ARM, FOREARM, HAND = 0.159, 0.152, 0.045  # hand: to the middle of the grip
ARM_CENTRES = {"upper_arm": 0.575, "forearm": 0.456}

# How far the centres lie ahead of the line of the spine: Pearsall 1996 has 1 to 4 cm ahead of the vertebrae; upper
# vertebrae lie behind L4/L5 in standing, so less is left (assumption). Metres.
AHEAD_M = {
    "abdomen_low": 0.015, "middle_trunk": 0.020, "upper_trunk": 0.020, "head": 0.025, "breasts": 0.12,
    "shoulder": 0.010,
}  # fmt: skip

# The hips: below the disc L4/L5, and above the floor by stance. De Leva's leg (memory); a seat of the height of her
# knees, an upright kneel (assumptions).
HIPS_BELOW = 0.079
HIPS_ABOVE_FLOOR: dict[str, float] = {"standing": 0.507, "kneeling": 0.247, "sitting": 0.295}
# How far an arm that works is stretched, as a share of its length; how far the low back bends beyond standing before
# the hips do the rest (assumptions).
COMFORTABLE_ARM = 0.90
MOST_LUMBAR_FLEXION_DEG = 45.0

# Of the lumbar flexion beyond standing, the share that is below the disc (half of the disc's own counts), and the
# share that the lumbar rod above it leans with: memory, from 0.18, 0.22, 0.20, 0.16, 0.14, 0.10 for L5/S1 to T12/L1.
DISC_SHARE = {"L5/S1": 0.09, "L4/L5": 0.29}
ROD_SHARE = {"L5/S1": 0.55, "L4/L5": 0.65}
# Forward tilt of the disc in relaxed standing: sacral slope about 40 degrees (Mac-Thiong 2011: 24 to 55) less the
# segment angles 21.6 and 12.7 degrees (n = 324), to the middle of the disc.
DISC_TILT_DEG = {"L5/S1": 29.0, "L4/L5": 12.0}

# Places of a load, fractions of stature: forward of the spine, to the left, above L4/L5 (assumptions).
LOAD_PLACES = {
    "front": (0.115, 0.0, 0.150), "back": (-0.105, 0.0, 0.190), "left_hip": (0.040, 0.115, 0.040),
    "right_hip": (0.040, -0.115, 0.040),
}  # fmt: skip
ON_PELVIS_SHARE = {"left_hip": 0.4, "right_hip": 0.4}  # rests on the pelvis, below the cut (assumption)
BACKREST_HEIGHT = 0.20
BACKREST_FRICTION = 0.3  # how far it carries along the back too (assumption)
# The most that a hand or an armrest is leaned on, as a share of her weight: comfort (assumption).
HAND_SUPPORT_SHARE = {"one_hand": 0.08, "both_hands": 0.14, "armrests": 0.10}
ARMREST_AHEAD = 0.06
