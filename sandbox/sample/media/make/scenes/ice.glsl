// The steps at a building's door after a night of frost.

const int STEPS = 0, ICE = 1, SNOW = 2, WALL = 3, DOOR = 4, FRAME = 5, RAIL = 6, SIGN = 7, CANOPY = 8;
const float BACK = 1.95, RISE = 0.16, TREAD = 0.34;

Lens lens() { return Lens(vec3(0.50, 1.50, -1.95), vec3(-0.02, 0.52, 0.75), 1.62, 0.003, 2.6); }
vec3 sun_way() { return normalize(vec3(-0.75, 0.62, -0.42)); }
vec3 sun() { return vec3(1.9, 1.7, 1.4); }
vec3 dim() { return vec3(0.30, 0.34, 0.42); }
vec3 lamp_at() { return vec3(0); }
vec3 lamp(vec3 way) { return vec3(0); }
vec3 sky(vec3 way) {
    if (way.y < 0.22 && way.z < 0.0) return vec3(0.35, 0.35, 0.36);
    return mix(vec3(0.95, 1.0, 1.08), vec3(0.38, 0.55, 0.90), clamp(way.y, 0.0, 1.0));
}

// Three steps and the platform before the door, with edges as round as asked.
float stairs(vec3 p, float round_) {
    float d = 1.0;
    for (int i = 0; i < 3; i++) {
        float h = float(i + 1) * RISE, front = float(i) * TREAD;
        d = min(d, box(p - vec3(0, 0.5 * h - 0.2, 0.5 * (front + 3.0)), vec3(1.02, 0.5 * h + 0.2, 0.5 * (3.0 - front)), round_));
    }
    return d;
}

void icicles(vec3 p, float y, float z, float cell, float longest, float from, float to) {
    float i = clamp(round(p.x / cell), from / cell, to / cell), luck_ = hash(vec2(i, z * 10.0 + 3.0));
    float long_ = longest * (0.25 + 0.75 * luck_ * luck_);
    vec3 q = vec3(p.x - (i + 0.5 * (hash(vec2(i, 7.0)) - 0.5)) * cell, y - p.y, p.z - z);
    float thin = 0.30 * cell * (1.0 - clamp(q.y / long_, 0.0, 1.0)) + 0.002;
    put(max(length(q.xz) - thin, max(-q.y - 0.02, q.y - long_)) * 0.7, ICE);
}

void map(vec3 p) {
    float bare = stairs(p, 0.012);
    put(bare, STEPS);
    float lumps = p.y < 1.0 ? cloudy(p.xz * 2.6 + 3.0) : 0.5;
    if (bare < 0.2 && p.z < BACK) {
        float edge = abs(p.x + 0.10 + 0.3 * (lumps - 0.5)) - 0.72 - 0.25 * (lumps - 0.5);
        float sheet = stairs(p + vec3(0, 0.012 * noise(p.xz * 11.0), 0), 0.07) - 0.034 - 0.010 * noise(p * vec3(9, 4, 9));
        put(max(sheet, edge * 0.5) * 0.8, ICE);
    }
    for (int i = 0; i < 3; i++) {
        float front = float(i) * TREAD;
        if (abs(p.z - front) < 0.12) icicles(p, float(i + 1) * RISE - 0.015, front - 0.03, 0.075, 0.13, -0.72, 0.55);
    }
    float bank = p.y - 0.02 - 0.03 * lumps;
    float heap = smoothstep(0.85, 1.35, abs(p.x)) * smoothstep(-0.7, 0.2, p.z);
    bank -= heap * (0.10 + 0.42 * lumps);
    bank += 0.03 * smoothstep(0.75, 0.45, abs(p.x + 0.05)) * smoothstep(0.3, -0.2, p.z);
    put(bank * 0.6, SNOW);
    float door = plate(p.xy - vec2(0, 1.50), vec2(0.62, 1.06), 0.0);
    put(max(BACK - p.z, -door), WALL);
    put(max(BACK + 0.14 - p.z, door - 0.1), DOOR);
    put(max(max(abs(door + 0.03) - 0.035, abs(p.z - BACK) - 0.05), -p.y), FRAME);
    put(box(p - vec3(0.02, 1.50, BACK + 0.13), vec3(0.012, 1.0, 0.02)), FRAME);
    put(rod(p, vec3(0.10, 1.42, BACK + 0.06), vec3(0.10, 1.62, BACK + 0.06), 0.016), FRAME);
    put(box(p - vec3(0.96, 1.95, BACK - 0.008), vec3(0.21, 0.14, 0.006), 0.004), SIGN);
    put(box(p - vec3(0, 2.72, BACK - 0.45), vec3(1.15, 0.06, 0.5), 0.01), CANOPY);
    if (p.y > 2.2) icicles(p, 2.67, BACK - 0.92, 0.10, 0.36, -1.1, 1.1);
    vec3 r = p;
    r.x = abs(r.x) - 0.93;
    float rail = rod(r, vec3(0, 0.98, 0.08), vec3(0, 1.40, 0.95), 0.022);
    rail = min(rail, rod(r, vec3(0, 1.40, 0.95), vec3(0, 1.40, BACK), 0.022));
    rail = min(rail, min(rod(r, vec3(0, 0, 0.08), vec3(0, 0.98, 0.08), 0.02), rod(r, vec3(0, 0.3, 0.95), vec3(0, 1.40, 0.95), 0.02)));
    put(rail, RAIL);
}

Matter matter(int what, vec3 p, inout vec3 n) {
    if (what == STEPS) {
        vec3 tone = vec3(0.33, 0.32, 0.31) * (0.6 + 0.45 * cloudy(p * 7.0) + 0.3 * noise(p * 140.0));
        float rime = smoothstep(0.45, 0.65, cloudy(p.xz * 5.0)) * step(0.5, n.y);
        return Matter(mix(tone, vec3(0.75, 0.79, 0.84), 0.7 * rime), 0.5, 0.4, 0.0, vec3(0));
    }
    if (what == ICE) {
        float milk = cloudy(p * vec3(6, 5, 6) + 3.0), crack = smoothstep(0.035, 0.0, abs(noise(p * vec3(5.0, 5.0, 7.0)) - 0.5));
        vec3 tone = mix(vec3(0.10, 0.17, 0.22), vec3(0.50, 0.62, 0.72), smoothstep(0.36, 0.66, milk));
        tone = mix(tone, vec3(0.85, 0.90, 0.94), 0.55 * crack);
        if (p.y > 2.2 || n.y < 0.35) tone = mix(tone, vec3(0.70, 0.80, 0.88), 0.7);
        vec3 wave = vec3(noise(p * 8.0), noise(p * 8.0 + 30.0), noise(p * 8.0 + 60.0)) - 0.5;
        n = normalize(n + 0.16 * wave);
        return Matter(tone, 4.5, 0.035, 0.0, vec3(0));
    }
    if (what == SNOW) {
        float trodden = smoothstep(0.75, 0.35, abs(p.x + 0.05)) * smoothstep(0.2, -0.2, p.z);
        float dirt = smoothstep(0.35, 0.7, cloudy(p.xz * 5.0 + 20.0));
        vec3 tone = mix(vec3(0.80, 0.84, 0.90), vec3(0.20, 0.24, 0.28), trodden * (0.72 + 0.28 * dirt));
        n = normalize(n + 0.35 * (vec3(noise(p * 60.0), 0.5, noise(p * 60.0 + 9.0)) - 0.5) + 0.4 * (vec3(noise(p * 14.0), 0.5, noise(p * 14.0 + 9.0)) - 0.5));
        if (trodden > 0.5) n = vec3(0.03 * sin(p.x * 9.0), 1.0, 0.03 * sin(p.z * 8.0 + p.x * 5.0));
        return Matter(tone, 0.3 + 3.0 * trodden, mix(0.5, 0.05, trodden), 0.0, vec3(0));
    }
    if (what == WALL) {
        vec2 tile = abs(fract(p.xy / vec2(0.24, 0.06) + vec2(0.5 * mod(floor(p.y / 0.06), 2.0), 0)) - 0.5) * vec2(0.24, 0.06);
        vec2 cell = floor(p.xy / vec2(0.24, 0.06));
        vec3 tone = mix(vec3(0.58, 0.47, 0.36), vec3(0.66, 0.56, 0.45), hash(cell)) * (0.85 + 0.25 * cloudy(p.xy * 3.0));
        if (tile.x > 0.116 || tile.y > 0.0265) tone *= 0.6;
        return Matter(tone, 0.4, 0.4, 0.0, vec3(0));
    }
    if (what == DOOR) {
        vec2 leaf = vec2(abs(p.x) - 0.31, p.y - 1.45);
        bool glass = plate(leaf - vec2(0, 0.50), vec2(0.17, 0.32), 0.02) < 0.0;
        if (glass) return Matter(vec3(0.04, 0.05, 0.055), 1.2, 0.02, 0.0, vec3(0));
        float panel = plate(leaf - vec2(0, -0.48), vec2(0.19, 0.34), 0.02);
        vec3 tone = vec3(0.24, 0.075, 0.045) * (0.85 + 0.2 * noise(p.xy * 30.0)) * (abs(panel) < 0.012 ? 0.45 : 1.0);
        return Matter(tone, 0.7, 0.25, 0.0, vec3(0));
    }
    if (what == SIGN) {
        vec4 ink = printed(vec2((p.x - 0.75) / 0.42, (p.y - 1.81) / 0.28));
        return Matter(mix(vec3(0.02, 0.09, 0.36), ink.rgb, ink.a), 0.8, 0.15, 0.0, vec3(0));
    }
    if (what == RAIL) return Matter(vec3(0.62), 0.0, 0.18, 1.0, vec3(0));
    if (what == FRAME) return Matter(vec3(0.20, 0.065, 0.04), 0.6, 0.3, 0.0, vec3(0));
    return Matter(vec3(0.42, 0.41, 0.39) * (0.7 + 0.4 * cloudy(p * 6.0)), 0.2, 0.7, 0.0, vec3(0));  // CANOPY
}
