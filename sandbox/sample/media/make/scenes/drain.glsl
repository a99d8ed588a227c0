// The courtyard behind building 2 with its drain. CLOSE: the same from near. DONE: after the work.

#if defined(DONE)
const float WATER = -0.55, RUST = 0.62;
#elif defined(CLOSE)
const float WATER = -0.008, RUST = 0.46;
#else
const float WATER = -0.016, RUST = 0.46;
#endif
const float WALL = 2.5;
const vec3 VEST_AT = vec3(-0.50, 0.98, WALL - 0.035);
const vec3 DRIPS[] = vec3[](vec3(-0.62, -0.22, 0.24), vec3(0.30, -0.62, 0.30), vec3(-0.30, 0.72, 0.22), vec3(0.78, 0.10, 0.20));
const vec2 GRATE = vec2(0.46, 0.29);

const int GROUND = 0, WET = 1, IRON = 2, BRICK = 3, PLINTH = 4, PIPE = 5, LEAF = 6, BARS = 7, PANE = 8,
          STEP = 9, DOOR = 10, SIGN = 11, BUCKET = 12, VEST = 13, STICK = 14, BRISTLE = 15, HANDLE = 16, PIT = 17;

#if defined(DONE)
Lens lens() { return Lens(vec3(0.42, 1.48, -1.72), vec3(-0.02, 0.25, 0.45), 1.62, 0.003, 2.3); }
#elif defined(CLOSE)
Lens lens() { return Lens(vec3(0.16, 0.84, -0.86), vec3(0.02, -0.02, 0.02), 1.75, 0.004, 1.2); }
#else
Lens lens() { return Lens(vec3(0.42, 1.42, -1.52), vec3(0.03, 0.13, 0.38), 1.68, 0.003, 2.1); }
#endif

#if defined(DONE)
vec3 sun_way() { return normalize(vec3(-0.62, 0.80, -0.38)); }
vec3 sun() { return vec3(2.6, 2.35, 1.95); }
#else
vec3 sun_way() { return vec3(0, 1, 0); }
vec3 sun() { return vec3(0); }
#endif
vec3 dim() { return vec3(0.25); }
vec3 lamp_at() { return vec3(0); }
vec3 lamp(vec3 way) { return vec3(0); }

vec3 sky(vec3 way) {
#if defined(DONE)
    vec3 above = mix(vec3(0.75, 0.85, 1.0), vec3(0.25, 0.42, 0.80), clamp(way.y, 0.0, 1.0));
#else
    float cloud = smoothstep(0.25, 0.75, cloudy(way.xz / (0.25 + abs(way.y)) * 2.2));
    vec3 above = mix(vec3(0.45, 0.52, 0.62), vec3(1.7, 1.7, 1.7), cloud);
#endif
    // Across the courtyard stands another building.
    return way.z < 0.0 && way.y < 0.45 * -way.z ? vec3(0.30, 0.27, 0.24) : above;
}

// The lie of the land, and the paving on it.
float land(vec2 p) {
    return -0.056 * exp(-0.75 * dot(p - vec2(0, 0.3), p - vec2(0, 0.3))) + 0.040 * (noise(p * 1.9 + 3.0) - 0.5);
}
float ground(vec2 p, float land_) {
    vec2 c = p / vec2(0.30, 0.15);
    c.x += 0.5 * mod(floor(c.y), 2.0);
    vec2 cell = floor(c), in_ = abs(c - cell - 0.5) * vec2(0.30, 0.15);
    float edge = max(in_.x - 0.145, in_.y - 0.070), own = hash(cell) - 0.5;
    return land_ + 0.006 * own + 0.012 * own * (c.x - cell.x - 0.5) - 0.008 * smoothstep(-0.006, 0.004, edge);
}

// One layer of fallen leaves: at most one in each cell.
float leaves(vec3 p, float base, float cell, float seed, float many) {
    vec2 c = floor(p.xz / cell);
    float luck_ = hash(c + seed);
    vec2 middle = (c + 0.5 + 0.35 * (vec2(hash(c + seed + 3.0), hash(c + seed + 5.0)) - 0.5)) * cell;
    float here = many * exp(-1.1 * dot(middle, middle)) + 0.06;
    if (plate(middle, GRATE, 0.0) < 0.03) here = 0.22 * many * step(0.0, middle.x - 0.1);
    if (luck_ > here) return 0.3 * cell;
    vec3 q = p - vec3(middle.x, base + 0.006, middle.y);
    q.xz = turned(6.28 * hash(c + seed + 9.0)) * q.xz;
    float long_ = cell * (0.30 + 0.16 * hash(c + seed + 11.0));
    q.y -= (hash(c + seed + 13.0) - 0.3) * 6.0 * q.z * q.z + (hash(c + seed + 15.0) - 0.5) * 1.6 * q.x * q.x;
    float flat_ = almond(q.xz, long_, long_ * 0.42);
    return min(max(flat_, abs(q.y) - 0.0012) * 0.8, 0.3 * cell);
}

void grating(vec3 p) {
    if (box(p, vec3(GRATE.x + 0.08, 0.1, GRATE.y + 0.08)) > 0.05) {
        put(box(p, vec3(GRATE.x, 0.03, GRATE.y)), IRON);
        return;
    }
    float frame = max(plate(p.xz, GRATE, 0.01), -plate(p.xz, GRATE - 0.035, 0.0));
    put(max(frame, abs(p.y + 0.03) - 0.027) - 0.002, IRON);
    vec3 q = p;
    q.x -= 0.058 * clamp(round(q.x / 0.058), -7.0, 7.0);
    float bars = plate(q.xy + vec2(0, 0.024), vec2(0.0135, 0.018), 0.004);
    bars = max(bars, abs(q.z) - GRATE.y + 0.02);
    float across = min(plate(vec2(abs(p.z), p.y + 0.026), vec2(0.012, 0.016), 0.003), 1.0);
    put(min(bars, max(across, abs(p.x) - GRATE.x + 0.02)), IRON);
}

void house(vec3 p) {
    float wall = WALL - p.z;
    if (wall > 0.8) {
        put(wall - 0.5, BRICK);
        return;
    }
    vec2 c = vec2(p.x, p.y) / vec2(0.25, 0.075);
    c.x += 0.5 * mod(floor(c.y), 2.0);
    vec2 in_ = abs(fract(c) - 0.5) * vec2(0.25, 0.075);
    float joint = smoothstep(-0.003, 0.003, max(in_.x - 0.119, in_.y - 0.0315));
    float face = wall + 0.007 * joint;
    float window = plate(p.xy - vec2(0.42, 1.72), vec2(0.55, 0.60), 0.0);
    float door = plate(p.xy - vec2(1.95, 0.9), vec2(0.50, 1.1), 0.0);
    put(max(max(face, -min(window, door)), p.y - 3.3), BRICK);
    put(box(p - vec3(0, 3.35, WALL), vec3(9.0, 0.06, 0.30), 0.01), PLINTH);
    put(max(wall + 0.12, min(window, door) - 0.1), window < door ? PANE : DOOR);
    put(box(p - vec3(0.42, 1.10, WALL - 0.03), vec3(0.63, 0.035, 0.10), 0.008), PLINTH);
    put(box(p - vec3(-3.2, 0.1, WALL), vec3(4.65, 0.36, 0.035), 0.01), PLINTH);
    put(box(p - vec3(1.95, -0.02, WALL - 0.28), vec3(0.62, 0.14, 0.30), 0.012), STEP);
    if (window < 0.2) {
        vec3 q = p - vec3(0.42, 1.72, WALL - 0.06);
        q.x -= 0.11 * clamp(round(q.x / 0.11), -4.0, 4.0);
        float bars = max(length(q.xz) - 0.009, window);
        put(min(bars, plate(vec2(q.y + 0.35, q.z), vec2(0.012, 0.006), 0.0)), BARS);
    }
    vec3 q = p - vec3(-0.86, 0.0, WALL - 0.085);
    float pipe = max(length(q.xz) - 0.052, 0.2 - q.y);
    pipe = min(pipe, max(length(q.xz) - 0.062, abs(q.y - 0.95) - 0.04));
    pipe = joined(pipe, rod(q, vec3(0, 0.22, 0), vec3(0.03, 0.13, -0.10), 0.05), 0.03);
    put(pipe, PIPE);
    put(box(q - vec3(0, 1.25, 0.02), vec3(0.075, 0.018, 0.06), 0.004), BARS);
    put(box(p - vec3(1.24, 1.42, WALL - 0.008), vec3(0.15, 0.10, 0.006), 0.004), SIGN);
}

#if defined(DONE)
// A waistcoat hanging flat against the bars, in its own plane.
float vest(vec3 p) {
    p.x = abs(p.x);
    float side = p.x - (0.245 - 0.05 * smoothstep(-0.05, 0.15, p.y) - 0.02 * p.y);
    float shape = max(max(side, abs(p.y) - 0.32), -(length((p.xy - vec2(0.30, 0.13)) * vec2(1.25, 0.75)) - 0.135));
    shape = max(shape, -max(p.x - 0.085 * smoothstep(0.02, 0.32, p.y), -(p.y - 0.02)));
    float folds = 0.014 * sin(p.x * 38.0 + 3.0 * sin(p.y * 7.0)) * smoothstep(0.25, -0.3, p.y);
    return max(shape, abs(p.z + folds) - 0.010) * 0.7;
}

void tools(vec3 p) {
    vec3 q = p - vec3(0.86, 0.0, 0.62);
    if (length(q - vec3(0, 0.2, 0)) < 0.6) {
        put(max(cone(q, 0.30, 0.115, 0.155), -cone(q - vec3(0, 0.012, 0), 0.32, 0.107, 0.152)), BUCKET);
        put(ring(q - vec3(0, 0.30, 0), 0.157, 0.009), BUCKET);
        vec3 h = q - vec3(0, 0.30, 0);
        h.yz = turned(0.55) * h.yz;
        put(max(length(vec2(length(h.xy) - 0.158, h.z)) - 0.0045, -h.y), HANDLE);
        put(rod(q, vec3(0.05, 0.05, 0.02), vec3(0.20, 0.52, 0.10), 0.012), STICK);
    } else put(length(q - vec3(0, 0.2, 0)) - 0.45, BUCKET);
    vec3 foot = vec3(-1.12, 0.10, 1.80), top = vec3(-1.28, 1.50, 2.44);
    put(rod(p, foot, top, 0.014), STICK);
    vec3 axis = normalize(top - foot);
    vec3 b = p - foot;
    float along = dot(b, axis);
    vec3 side = b - axis * along;
    float spread = mix(0.22, 0.07, clamp((along + 0.10) / 0.36, 0.0, 1.0));
    float brush = max(max(abs(side.x) - spread, length(side.yz) - 0.035), abs(along - 0.06) - 0.20);
    put((brush - 0.004 * sin(side.x * 400.0)) * 0.6, BRISTLE);
    put(1.25 * vest((p - VEST_AT) / 1.25), VEST);
}
#endif

void map(vec3 p) {
    if (p.y < 0.05) {
        float land_ = land(p.xz);
        float base = max(max(land_, WATER), plate(p.xz, GRATE, 0.0) < 0.0 ? -0.002 : -1.0);
        float floor_ = (p.y - ground(p.xz, land_)) * 0.85;
        put(max(floor_, -box(p + vec3(0, 0.3, 0), vec3(GRATE.x - 0.03, 0.6, GRATE.y - 0.03))), GROUND);
        float pit = max(-box(p + vec3(0, 0.3, 0), vec3(GRATE.x - 0.03, 0.6, GRATE.y - 0.03)), box(p + vec3(0, 0.4, 0), vec3(0.6, 0.35, 0.5)));
        put(pit, PIT);
        put(p.y - WATER, WET);
#if defined(DONE)
        put(leaves(p, base, 0.16, 1.0, 0.0), LEAF);
#else
        put(leaves(p, base, 0.17, 1.0, 0.75), LEAF);
        put(leaves(p + vec3(0.07, 0, 0.05), base, 0.13, 31.0, 0.55), LEAF);
#endif
    } else put(p.y - 0.02, GROUND);
    grating(p);
    house(p);
#if defined(DONE)
    tools(p);
#endif
}

Matter paving(vec3 p) {
    vec2 c = p.xz / vec2(0.30, 0.15);
    c.x += 0.5 * mod(floor(c.y), 2.0);
    vec2 cell = floor(c), in_ = abs(c - cell - 0.5) * vec2(0.30, 0.15);
    float joint = smoothstep(-0.005, 0.002, max(in_.x - 0.145, in_.y - 0.070));
    float spots = cloudy(p.xz * 14.0), grain = noise(p.xz * 170.0);
    vec3 tone = mix(vec3(0.36, 0.33, 0.30), vec3(0.46, 0.30, 0.24), step(0.62, hash(cell + 2.0)));
    tone *= 0.75 + 0.35 * hash(cell) + 0.25 * (grain - 0.5);
    tone = mix(tone, vec3(0.20, 0.18, 0.13), 0.55 * smoothstep(0.45, 0.75, spots));
    tone = mix(tone, mix(vec3(0.11, 0.10, 0.08), vec3(0.12, 0.15, 0.06), noise(p.xz * 3.0)), joint);
#if defined(DONE)
    float r = length(p.xz * vec2(1.0, 1.2));
    tone *= mix(0.72, 1.1, smoothstep(0.5, 0.95, r + 0.35 * cloudy(p.xz * 4.0)));
    return Matter(tone, 0.25, 0.6, 0.0, vec3(0));
#else
    float high = p.y - WATER;
    float wet = max(smoothstep(0.030, 0.004, high), 0.75 * smoothstep(0.42, 0.56, cloudy(p.xz * 1.6 + 9.0)) + 0.2);
    tone = mix(tone, tone * vec3(0.42, 0.38, 0.33), wet);
    return Matter(tone, 1.4 * wet, mix(0.5, 0.09, wet), 0.0, vec3(0));
#endif
}

Matter water(vec3 p, inout vec3 n) {
    float deep = WATER - land(p.xz);
    vec2 ripple = vec2(noise(p.xz * 9.0 + 3.0) - 0.5, noise(p.xz * 9.0 + 40.0) - 0.5) + 0.35 * vec2(noise(p.xz * 40.0), noise(p.xz * 40.0 + 9.0)) - 0.17;
    for (int i = 0; i < 4; i++) {  // rings where it still drips
        vec2 from = p.xz - DRIPS[i].xy;
        float r = length(from);
        if (r < DRIPS[i].z) ripple += from / r * 7.0 * cos(6.2832 * (r - DRIPS[i].z) / 0.055) * smoothstep(0.0, 0.04, r) * exp(-5.0 * r);
    }
    n = normalize(n + 0.024 * vec3(ripple.x, 0, ripple.y));
    vec3 mud = mix(vec3(0.085, 0.060, 0.035), vec3(0.085, 0.052, 0.022), smoothstep(0.0, 0.03, deep));
    mud *= 0.8 + 0.5 * cloudy(p.xz * 5.0);
    float scum = smoothstep(0.55, 0.72, cloudy(p.xz * 7.0 + 30.0)) * step(plate(p.xz, GRATE + 0.25, 0.0), 0.0);
    mud = mix(mud, vec3(0.27, 0.22, 0.14), 0.5 * scum);
    return Matter(mud, 3.0 - 1.8 * scum, 0.010 + 0.3 * scum, 0.0, vec3(0));
}

Matter bricks(vec3 p) {
    vec2 c = p.xy / vec2(0.25, 0.075);
    c.x += 0.5 * mod(floor(c.y), 2.0);
    vec2 cell = floor(c), in_ = abs(c - cell - 0.5) * vec2(0.25, 0.075);
    float joint = smoothstep(-0.003, 0.003, max(in_.x - 0.119, in_.y - 0.0315));
    vec3 tone = mix(vec3(0.42, 0.17, 0.11), vec3(0.52, 0.27, 0.18), hash(cell));
    tone *= 0.75 + 0.5 * noise(p.xy * 25.0);
    tone = mix(tone, vec3(0.45, 0.42, 0.38), joint);
    tone *= mix(0.65, 1.0, smoothstep(0.3, 1.0, p.y + 0.5 * cloudy(p.xy * vec2(5.0, 1.5))));
    return Matter(tone, 0.2, 0.8, 0.0, vec3(0));
}

Matter leaf(vec3 p) {
    float kind = hash(floor(p.xz / 0.085) + 5.0);
    vec3 tone = mix(vec3(0.45, 0.25, 0.05), vec3(0.24, 0.10, 0.035), kind);
    tone = mix(tone, vec3(0.55, 0.40, 0.06), step(0.8, kind));
    return Matter(tone * (0.6 + 0.7 * noise(p.xz * 120.0)), 0.6, 0.35, 0.0, vec3(0));
}

Matter plaster(vec3 p) {
    float stain = cloudy(vec2(p.x * 4.0, p.y * 1.5));
    vec3 tone = vec3(0.44, 0.43, 0.40) * (0.7 + 0.5 * stain);
    float low = smoothstep(0.30, 0.0, p.y - 0.12 * stain);
    tone = mix(tone, vec3(0.13, 0.14, 0.09), 0.75 * low);
    return Matter(tone, 0.2, 0.7, 0.0, vec3(0));
}

Matter cloth(vec3 p) {
    vec2 q = (p.xy - VEST_AT.xy) / 1.25;
    vec3 tone = vec3(0.72, 0.035, 0.03);
    float stripe = step(abs(q.y + 0.16), 0.026);
    tone = mix(tone, vec3(0.80, 0.78, 0.30), stripe);
    vec2 at = (q - vec2(-0.20, -0.09)) / vec2(0.40, 0.10);
    if (all(greaterThan(at, vec2(0))) && all(lessThan(at, vec2(1)))) {
        vec4 ink = printed(vec2(at.x, 0.5 * at.y));
        tone = mix(tone, ink.rgb, ink.a);
    }
    tone *= abs(q.x) < 0.003 ? 0.5 : 1.0;
    return Matter(tone, 0.15, 0.6, 0.0, vec3(0));
}

Matter matter(int what, vec3 p, inout vec3 n) {
    if (what == GROUND) return paving(p);
    if (what == WET) return water(p, n);
    if (what == IRON) {
        float rust = cloudy(p * 22.0);
        vec3 tone = mix(vec3(0.17, 0.172, 0.178), vec3(0.20, 0.09, 0.04), smoothstep(RUST, RUST + 0.24, rust));
        return Matter(tone * 1.3, 0.9, 0.28, 0.0, vec3(0));
    }
    if (what == BRICK) return bricks(p);
    if (what == PLINTH) return plaster(p);
    if (what == LEAF) return leaf(p);
    if (what == PIPE) return Matter(vec3(0.66, 0.65, 0.60) * (0.75 + 0.3 * cloudy(p * vec3(9, 3, 9))), 0.7, 0.25, 0.0, vec3(0));
    if (what == BARS) return Matter(vec3(0.26, 0.27, 0.27) * (0.7 + 0.5 * noise(p * 30.0)), 0.6, 0.4, 0.0, vec3(0));
    if (what == PANE) {
        bool frame = abs(fract((p.x - 0.42) / 0.53 + 0.5) - 0.5) < 0.045 || p.y < 1.18;
        if (frame) return Matter(vec3(0.6), 0.4, 0.4, 0.0, vec3(0));
        return Matter(vec3(0.05, 0.07, 0.075), 1.0, 0.01, 0.0, vec3(0));
    }
    if (what == STEP) return Matter(vec3(0.36, 0.35, 0.33) * (0.6 + 0.6 * cloudy(p * 9.0)), 0.25, 0.5, 0.0, vec3(0));
    if (what == DOOR) return Matter(vec3(0.10, 0.20, 0.17) * (0.8 + 0.3 * noise(p.xy * 20.0)), 0.6, 0.25, 0.0, vec3(0));
    if (what == SIGN) {
        vec4 ink = printed(vec2((p.x - 1.09) / 0.30, 0.5 + 0.5 * (p.y - 1.32) / 0.20));
        return Matter(mix(vec3(0.02, 0.09, 0.36), ink.rgb, ink.a), 0.8, 0.15, 0.0, vec3(0));
    }
    if (what == BUCKET) return Matter(vec3(0.03, 0.16, 0.50), 0.8, 0.22, 0.0, vec3(0));
    if (what == VEST) return cloth(p);
    if (what == STICK) return Matter(vec3(0.52, 0.36, 0.18) * (0.8 + 0.3 * noise(p * 60.0)), 0.4, 0.4, 0.0, vec3(0));
    if (what == BRISTLE) return Matter(vec3(0.62, 0.50, 0.22) * (0.6 + 0.7 * noise(p.xz * 160.0)), 0.2, 0.6, 0.0, vec3(0));
    if (what == HANDLE) return Matter(vec3(0.6), 0.0, 0.25, 1.0, vec3(0));
    return Matter(vec3(0.20, 0.19, 0.17) * (0.6 + 0.6 * cloudy(p * 12.0)), 0.3, 0.4, 0.0, vec3(0));  // PIT
}
