// Three bins by a wall in the morning: full, and the bags beside them.

const int GROUND = 0, WALL = 1, CAP = 2, GREEN = 3, GREY = 4, BLUE = 5, LID = 6, WHEEL = 7, BLACK = 8, WHITE = 9,
          RED = 10, CARTON = 11, CUP = 12, LEAF = 13;
const float BACK = 1.0;
const vec4 BAGS[] = vec4[](  // middle and size
    vec4(-0.80, 1.06, 0.40, 0.24), vec4(-0.20, 1.10, 0.44, 0.22), vec4(0.05, 1.05, 0.34, 0.19), vec4(-0.62, 0.25, -0.16, 0.30),
    vec4(-0.06, 0.21, -0.30, 0.26), vec4(0.42, 0.26, -0.08, 0.31), vec4(0.28, 0.16, -0.58, 0.21), vec4(-0.42, 0.15, -0.62, 0.20),
    vec4(1.22, 0.24, 0.42, 0.28), vec4(0.86, 0.16, -0.30, 0.20));
const int COLOURS[] = int[](BLACK, WHITE, BLACK, BLACK, RED, BLACK, WHITE, WHITE, BLACK, RED);

Lens lens() { return Lens(vec3(-0.42, 1.30, -2.75), vec3(0.18, 0.55, 0.30), 2.0, 0.004, 2.9); }
vec3 sun_way() { return normalize(vec3(-0.55, 0.62, -0.62)); }
vec3 sun() { return vec3(2.5, 2.15, 1.65); }
vec3 dim() { return vec3(0.35); }
vec3 lamp_at() { return vec3(0); }
vec3 lamp(vec3 way) { return vec3(0); }

vec3 sky(vec3 way) {
    float hedge = 0.16 + 0.09 * cloudy(vec2(way.x / (0.2 + abs(way.z)) * 9.0, way.z > 0.0 ? 1.0 : 9.0));
    if (way.y < hedge) return vec3(0.12, 0.16, 0.07) * (0.4 + noise(way.xy * 60.0));  // shrubs behind the wall
    return mix(vec3(0.80, 0.85, 0.92), vec3(0.30, 0.46, 0.80), clamp(way.y, 0.0, 1.0));
}

// A bag: a soft lump, creased towards the knot.
void bag(vec3 p, vec3 at, float r, float seed, int what) {
    vec3 q = p - at;
    float rough_ = length(q) - r;
    if (rough_ > 0.12) {
        put(rough_ - 0.07, what);
        return;
    }
    q.xz = turned(seed) * q.xz;
    float up = q.y / r, around = atan(q.x, q.z);
    vec3 s = sin(q * vec3(13.0, 10.0, 12.0) + seed * vec3(3.1, 1.7, 2.3)), f = sin(q.yzx * vec3(27.0, 31.0, 29.0) + seed * 4.7 + s.zxy);
    float dents = 0.030 * s.x * s.y + 0.022 * s.z + 0.009 * (f.x + f.y * f.z);
    float body = rough_ + dents + 0.014 * sin(around * 9.0 + 4.0 * s.y) * smoothstep(-0.2, 1.0, up);
    body = max(body, 0.004 - p.y);
    vec3 k = q - vec3(0, r * 0.97, 0);
    float knot = length(k * vec3(1, 0.75, 1)) - 0.035;
    float ears = max(abs(length(k.xz * vec2(0.6, 2.2)) - 0.4 * (k.y + 0.01)) - 0.004, abs(k.y - 0.055) - 0.05 + 0.02 * sin(around * 5.0));
    put(min(joined(body, knot, 0.07), ears) * 0.62, what);
}

void bin(vec3 p, float x, int what, float open_) {
    vec3 q = p - vec3(x, 0.0, 0.52);
    if (box(q - vec3(0, 0.6, 0), vec3(0.34, 0.75, 0.5)) > 0.1) {
        put(box(q - vec3(0, 0.6, 0), vec3(0.34, 0.75, 0.5)), what);
        return;
    }
    vec3 b = q - vec3(0, 0.53, 0);
    float slim = 0.045 * (b.y - 0.4);
    float body = box(b, vec3(0.25 + slim, 0.46, 0.29 + slim), 0.035);
    body = max(body, -box(b - vec3(0, 0.30, 0), vec3(0.225 + slim, 0.46, 0.265 + slim), 0.03));
    body = min(body, box(b - vec3(0, 0.45, 0), vec3(0.29, 0.022, 0.33), 0.012));
    body = max(body, -box(b - vec3(0, 0.5, 0), vec3(0.235, 0.2, 0.275), 0.03));
    put(body * 0.9, what);
    vec3 l = q - vec3(0, 1.0, 0.33);
    l.yz = turned(-open_) * l.yz;
    put(box(l + vec3(0, 0, 0.33), vec3(0.29, 0.018, 0.34), 0.015), LID + 100 * what);
    vec3 w = q - vec3(0, 0.09, 0.25);
    w.x = abs(w.x) - 0.25;
    put(max(length(w.yz) - 0.09, abs(w.x) - 0.03), WHEEL);
}

void map(vec3 p) {
    put(p.y - 0.006 * (p.y < 0.05 ? noise(p.xz * 12.0) : 1.0), GROUND);
    put(max(BACK - p.z, p.y - 1.55), WALL);
    put(box(p - vec3(0, 1.60, BACK + 0.1), vec3(9.0, 0.05, 0.17), 0.01), CAP);
    float heap = box(p - vec3(0.15, 0.6, 0.15), vec3(1.45, 0.85, 1.2));
    if (heap > 0.15) {
        put(heap, GREY);
        return;
    }
    bin(p, -0.78, GREEN, 0.62);
    bin(p, -0.10, GREY, 0.95);
    bin(p, 0.58, BLUE, 0.50);
    put(box(p - vec3(0.56, 1.10, 0.45), vec3(0.17, 0.20, 0.13), 0.006), CARTON);
    for (int i = 0; i < BAGS.length(); i++) bag(p, BAGS[i].xyz, BAGS[i].w, float(i + 1), COLOURS[i]);
    if (p.y < 0.5) {
        vec3 c = p - vec3(1.28, 0.17, -0.12);
        c.xz = turned(0.5) * c.xz;
        float carton = max(box(c, vec3(0.27, 0.17, 0.20), 0.004), -box(c - vec3(0, 0.05, 0), vec3(0.262, 0.17, 0.192)));
        c -= vec3(0, 0.17, -0.20);
        c.yz = turned(0.9) * c.yz;
        put(min(carton, box(c - vec3(0, 0, -0.09), vec3(0.265, 0.003, 0.09))), CARTON);
        vec3 u = p - vec3(-0.02, 0.045, -0.95);
        u = vec3(u.y, u.x * 0.8 + u.z * 0.6, u.z * 0.8 - u.x * 0.6);
        put(cone(u, 0.11, 0.032, 0.045), CUP);
        put(max(almond((p.xz - vec2(-0.95, -0.75)) * turned(0.6), 0.06, 0.025), abs(p.y - 0.012) - 0.002), LEAF);
        put(max(almond((p.xz - vec2(0.62, -0.95)) * turned(2.0), 0.06, 0.025), abs(p.y - 0.012) - 0.002), LEAF);
    }
}

Matter plastic(int what, vec3 p) {
    vec3 tone = what == GREEN ? vec3(0.03, 0.20, 0.06) : what == GREY ? vec3(0.15, 0.155, 0.16) : vec3(0.02, 0.10, 0.34);
    float x = what == GREEN ? -0.78 : what == GREY ? -0.10 : 0.58;
    vec2 at = (p.xy - vec2(x - 0.17, 0.42)) / vec2(0.34, 0.34);
    float dirt = cloudy(p * vec3(9, 4, 9));
    tone *= 0.75 + 0.5 * dirt;
    if (p.z < 0.3 && all(greaterThan(at, vec2(0))) && all(lessThan(at, vec2(1)))) {
        float third = what == GREEN ? 0.0 : what == GREY ? 1.0 : 2.0;
        vec4 ink = printed(vec2((at.x + third) / 3.0, at.y));
        tone = mix(tone, ink.rgb * 0.9, ink.a);
    }
    tone = mix(tone, vec3(0.22, 0.19, 0.15), 0.5 * smoothstep(0.35, 0.05, p.y + 0.2 * dirt));
    return Matter(tone, 0.7, 0.35, 0.0, vec3(0));
}

Matter matter(int what, vec3 p, inout vec3 n) {
    if (what == GROUND) {
        float stain = smoothstep(0.50, 0.70, cloudy(p.xz * 2.2 + 4.0)) * smoothstep(1.5, 0.4, length(p.xz - vec2(0.1, -0.4)));
        vec3 tone = vec3(0.34, 0.33, 0.31) * (0.65 + 0.35 * cloudy(p.xz * 6.0) + 0.35 * noise(p.xz * 150.0));
        vec2 slab = abs(fract(p.xz / 0.9 + vec2(0.3, 0.12)) - 0.5) * 0.9;
        tone *= max(slab.x, slab.y) > 0.443 ? 0.35 : 1.0;
        return Matter(mix(tone, vec3(0.07, 0.055, 0.04), 0.8 * stain), 0.3 + 2.0 * stain, mix(0.6, 0.10, stain), 0.0, vec3(0));
    }
    if (what == WALL) {
        float old = cloudy(vec2(p.x * 2.5, p.y * 1.2));
        vec3 tone = mix(vec3(0.62, 0.56, 0.42), vec3(0.50, 0.44, 0.34), old) * (0.85 + 0.25 * noise(p.xy * 40.0));
        tone = mix(tone, vec3(0.36, 0.36, 0.34), smoothstep(0.66, 0.70, cloudy(p.xy * 3.0 + 40.0)));
        tone *= mix(0.6, 1.0, smoothstep(0.0, 0.6, p.y + 0.3 * old));
        return Matter(tone, 0.1, 0.8, 0.0, vec3(0));
    }
    if (what == CAP) return Matter(vec3(0.35, 0.34, 0.32) * (0.7 + 0.4 * cloudy(p * 9.0)), 0.1, 0.8, 0.0, vec3(0));
    if (what == GREEN || what == GREY || what == BLUE) return plastic(what, p);
    if (what >= 100) return plastic(what / 100, vec3(p.x, p.y + 1.0, p.z));
    if (what == WHEEL) return Matter(vec3(0.03), 0.4, 0.5, 0.0, vec3(0));
    if (what == BLACK || what == WHITE || what == RED) {
        vec3 tone = what == BLACK ? vec3(0.014, 0.014, 0.016) : what == WHITE ? vec3(0.66, 0.66, 0.64) : vec3(0.58, 0.05, 0.06);
        vec3 crumple = vec3(noise(p * 16.0), noise(p * 16.0 + 50.0), noise(p * 16.0 + 90.0)) + 0.5 * vec3(noise(p * 41.0), noise(p * 41.0 + 50.0), noise(p * 41.0 + 90.0)) - 0.75;
        n = normalize(n + 0.42 * crumple);
        return Matter(tone * (0.8 + 0.3 * noise(p * 12.0)), what == BLACK ? 2.0 : 1.0, 0.16, 0.0, vec3(0));
    }
    if (what == CARTON) return Matter(vec3(0.45, 0.30, 0.16) * (0.8 + 0.3 * noise(p * vec3(30, 6, 30))), 0.1, 0.8, 0.0, vec3(0));
    if (what == CUP) return Matter(vec3(0.75, 0.74, 0.70), 0.4, 0.3, 0.0, vec3(0));
    return Matter(vec3(0.42, 0.26, 0.06), 0.5, 0.4, 0.0, vec3(0));  // LEAF
}
