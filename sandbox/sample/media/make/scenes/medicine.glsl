// On the table by the window: a box of medicine, a strip with two tablets left, the prescription, glasses.
// One unit is a decimetre here.

const int TABLE = 0, PACK = 1, STRIP = 2, PILL = 3, PAPER = 4, WIRE = 5, GLASS = 6, MUG = 7, TEA = 8, BLISTER = 9;

Lens lens() { return Lens(vec3(0.30, 4.5, -3.9), vec3(0.10, 0.0, -0.02), 2.85, 0.02, 5.9); }
vec3 sun_way() { return normalize(vec3(-0.72, 0.60, 0.35)); }
vec3 sun() { return vec3(1.15, 1.0, 0.78); }
vec3 dim() { return vec3(0.25); }
vec3 lamp_at() { return vec3(0); }
vec3 lamp(vec3 way) { return vec3(0); }
vec3 sky(vec3 way) {
    // A room with a window on the left.
    vec2 at = way.yz / max(-way.x, 0.001);
    bool window = way.x < 0.0 && abs(at.x - 0.75) < 0.55 && abs(at.y - 0.2) < 0.65 && abs(at.y - 0.2) > 0.03;
    return window ? vec3(2.4, 2.6, 2.9) : mix(vec3(0.30, 0.27, 0.23), vec3(0.42, 0.39, 0.35), way.y);
}

vec3 pack_space(vec3 p) {
    p -= vec3(-0.72, 0.17, -0.32);
    p.xz = turned(0.22) * p.xz;
    return p;
}
vec3 paper_space(vec3 p) {
    p -= vec3(0.62, 0.0, 0.62);
    p.xz = turned(-0.16) * p.xz;
    return p;
}
vec3 strip_space(vec3 p) {
    p -= vec3(0.38, 0.045, -0.98);
    p.xz = turned(-0.42) * p.xz;
    return p;
}

void map(vec3 p) {
    put(p.y, TABLE);
    put(box(pack_space(p), vec3(0.82, 0.17, 0.42), 0.012), PACK);
    vec3 q = paper_space(p);
    float curl = 0.012 + 0.05 * smoothstep(0.45, 1.15, q.x) * smoothstep(0.1, 1.2, q.z) * 2.2 + 0.012 * (1.0 + sin(q.z * 3.0 + q.x));
    put(max(plate(q.xz, vec2(1.10, 1.42), 0.01), abs(p.y - curl) - 0.004) * 0.85, PAPER);
    q = strip_space(p);
    if (box(q, vec3(0.75, 0.2, 0.35)) < 0.1) {
        put(box(q, vec3(0.72, 0.008, 0.30), 0.004), STRIP);
        vec3 c = q;
        c.xz -= vec2(0.27, 0.28) * vec2(clamp(round(q.x / 0.27 - 0.5) + 0.5, -2.5 + 0.5, 2.5 - 0.5), clamp(round(q.z / 0.28 - 0.5) + 0.5, -0.5, 0.5));
        vec2 which = vec2(round((q.x - c.x) / 0.27 + 2.0), sign(q.z));
        bool full = which.x > 2.5 && which.y > 0.0;
        float dome = joined(length(c * vec3(1, 1.5, 1)) - 0.098, 0.5, 0.01);
        if (full) put(max(dome * 0.66, -c.y), PILL);
        else put(max(abs(dome) - 0.004, -c.y) * 0.6, BLISTER);
    } else put(box(q, vec3(0.72, 0.1, 0.30)), STRIP);
    q = p - vec3(1.62, 0.0, -0.58);
    q.xz = turned(0.5) * q.xz;
    if (length(q - vec3(0, 0.2, 0.4)) < 1.5) {
        vec3 l = q - vec3(0, 0.24, 0);
        l.yz = turned(0.12) * l.yz;
        l.x = abs(l.x) - 0.36;
        float rim = length(vec2(plate(l.xy, vec2(0.30, 0.215), 0.20), l.z)) - 0.020;
        rim = min(rim, rod(vec3(abs(q.x), q.yz), vec3(0, 0.30, 0), vec3(0.08, 0.28, 0.0), 0.016));
        rim = min(rim, rod(vec3(abs(q.x), q.yz), vec3(0.66, 0.32, 0.03), vec3(0.62, 0.03, 1.15), 0.018));
        put(rim, WIRE);
    } else put(length(q - vec3(0, 0.2, 0.4)) - 1.35, WIRE);
    q = p - vec3(-1.62, 0.0, 1.05);
    float mug = max(cone(q, 0.95, 0.40, 0.44), -cone(q - vec3(0, 0.06, 0), 1.0, 0.36, 0.405));
    vec3 h = q - vec3(0.50, 0.48, -0.12);
    mug = joined(mug, length(vec2(length(h.xy * vec2(1.15, 0.9)) - 0.22, h.z)) - 0.045, 0.06);
    put(mug * 0.85, MUG);
    put(max(length(q.xz) - 0.38, abs(q.y - 0.72) - 0.01), TEA);
}

vec3 inked(vec3 tone, vec2 at, vec4 part_) {  // part_: x, y, width, height of labels.svg, from its lower left
    if (any(lessThan(at, vec2(0))) || any(greaterThan(at, vec2(1)))) return tone;
    vec4 ink = printed(part_.xy + at * part_.zw);
    return mix(tone, ink.rgb, ink.a);
}

Matter matter(int what, vec3 p, inout vec3 n) {
    if (what == TABLE) {
        float plank = floor((p.z + 0.4) / 1.3);
        vec2 g = vec2(p.x * 0.7 + plank * 7.0, p.z * 7.0);
        float rings = sin(8.0 * noise(g * vec2(0.8, 0.35)) + 30.0 * noise(g * vec2(0.15, 0.12)));
        float fibre = noise(vec2(p.x * 6.0, p.z * 90.0));
        vec3 tone = mix(vec3(0.34, 0.17, 0.075), vec3(0.24, 0.11, 0.045), 0.5 + 0.35 * rings + 0.3 * (fibre - 0.5));
        if (abs(fract((p.z + 0.4) / 1.3) - 0.5) > 0.493) tone *= 0.35;
        return Matter(tone, 1.0, 0.16 + 0.1 * cloudy(p.xz * 3.0), 0.0, vec3(0));
    }
    if (what == PACK) {
        vec3 q = pack_space(p);
        vec3 tone = inked(vec3(0.86), vec2(q.x / 1.64 + 0.5, q.z / 0.84 + 0.5), vec4(0.0, 0.74, 0.5, 0.26));
        if (q.y < 0.16) tone = inked(vec3(0.80), vec2(q.x / 1.64 + 0.5, q.y / 0.34 + 0.5), vec4(0.0, 0.62, 0.5, 0.105));
        return Matter(tone, 0.8, 0.22, 0.0, vec3(0));
    }
    if (what == PAPER) {
        vec3 q = paper_space(p);
        return Matter(inked(vec3(0.82, 0.81, 0.78), vec2(q.x / 2.2 + 0.5, q.z / 2.84 + 0.5), vec4(0.5, 0.36, 0.5, 0.64)), 0.1, 0.8, 0.0, vec3(0));
    }
    if (what == STRIP) return Matter(vec3(0.78, 0.79, 0.80) * (0.8 + 0.3 * noise(p * 20.0)), 0.0, 0.32, 1.0, vec3(0));
    if (what == BLISTER) return Matter(vec3(0.20, 0.205, 0.21), 2.0, 0.08, 0.0, vec3(0));
    if (what == PILL) return Matter(vec3(0.86, 0.84, 0.80), 1.2, 0.08, 0.0, vec3(0));
    if (what == WIRE) return Matter(vec3(0.045, 0.03, 0.025), 1.2, 0.10, 0.0, vec3(0));
    if (what == TEA) return Matter(vec3(0.16, 0.06, 0.012), 1.0, 0.01, 0.0, vec3(0));
    float band = step(abs(p.y - 0.86), 0.025);
    return Matter(mix(vec3(0.80, 0.80, 0.77), vec3(0.10, 0.18, 0.45), band), 1.0, 0.08, 0.0, vec3(0));  // MUG
}
