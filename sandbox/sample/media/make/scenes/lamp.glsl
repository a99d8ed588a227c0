// A stairwell in the evening, seen up the stairs: the lamp on the ceiling stays dark, some dusk comes in.

const int WALL = 0, STAIR = 1, CEILING = 2, RAIL = 3, BULB = 4, SOCKET = 5, WIRE = 6, FRAME = 7, DOOR = 8, SIGN = 9, PANE = 10, SHADE = 11;
const vec3 LAMP = vec3(-0.12, 2.20, -0.45);
const float RISE = 0.165, TREAD = 0.28, TOP = 1.65, LANDING = 2.8;  // ten steps up to the landing

Lens lens() { return Lens(vec3(-0.10, 1.62, -2.25), vec3(0.06, 2.02, 1.6), 1.35, 0.004, 3.6); }
vec3 sun_way() { return vec3(0, 1, 0); }
vec3 sun() { return vec3(0); }
vec3 dim() { return vec3(0.04); }
const vec3 DUSK = vec3(0.50, 0.66, 1.0);
bool phone;  // of the two lights, this ray asks for the phone's, not for the window's
vec3 lamp_at() {
    phone = chance() < 0.3;
    if (phone) return vec3(0.2, 1.45, -2.3);
    return vec3(0.10 + 0.8 * (chance() - 0.5), 2.85 + 1.0 * (chance() - 0.5), LANDING + 1.28);
}
vec3 lamp(vec3 way) { return phone ? vec3(0.30, 0.28, 0.24) / 0.3 : DUSK * 1.6 * max(way.z, 0.0) / 0.7; }
vec3 sky(vec3 way) { return vec3(0); }

float brim_at(float r) { return 0.105 - 2.6 * r * r; }

float steps(vec3 p) {
    float i = clamp(floor(p.z / TREAD), 0.0, 9.0);
    float best = 1.0;
    for (float k = -1.0; k <= 1.0; k++) {
        float j = clamp(i + k, 0.0, 9.0);
        vec3 q = p - vec3(0, 0.5 * (j + 1.0) * RISE - 0.5, (j + 0.5) * TREAD);
        best = min(best, box(q, vec3(0.62, 0.5 * (j + 1.0) * RISE + 0.5, 0.5 * TREAD + 0.012), 0.008));
    }
    return best;
}

void map(vec3 p) {
    put(p.x + 0.62, WALL);
    put(1.15 - p.x, WALL);
    put(p.y, STAIR);
    put(steps(p), STAIR);
    put(box(p - vec3(0, TOP - 0.1, LANDING + 0.65), vec3(2.0, 0.1, 0.66), 0.008), STAIR);
    put(3.75 - p.y, CEILING);
    put(box(p - vec3(0, 3.75, -2.35), vec3(2.0, 1.05, 1.2), 0.0), CEILING);  // the flight above the door
    float hole = box(p - vec3(0.10, 2.85, LANDING + 1.3), vec3(0.42, 0.55, 0.4), 0.0);
    put(max(LANDING + 1.3 - p.z, -hole), WALL);
    put(p.z + 3.4, WALL);
    put(LANDING + 1.42 - p.z, PANE);
    if (hole < 0.3) {
        vec3 w = p - vec3(0.10, 2.85, LANDING + 1.38);
        float frame = max(plate(w.xy, vec2(0.42, 0.55), 0.0), -plate(w.xy, vec2(0.375, 0.505), 0.0));
        frame = min(frame, min(plate(w.xz, vec2(0.02, 0.02), 0.0), plate(vec2(w.y - 0.12, w.z), vec2(0.018), 0.0)));
        put(max(max(frame, abs(w.z) - 0.025), hole), FRAME);
    }
    vec3 r = p - vec3(0.64, 0.0, 0.0);  // the rail goes up with the stairs
    if (abs(r.x) < 0.2) {
        float z = clamp(r.z, -0.1, LANDING + 0.1), slope = RISE / TREAD;
        float rail = rod(p, vec3(0.64, 0.95, -0.06), vec3(0.64, 0.95 + TOP, LANDING), 0.024);
        rail = min(rail, rod(p, vec3(0.64, 0.22, -0.06), vec3(0.64, 0.22 + TOP, LANDING), 0.012));
        float bar_z = clamp(round(z / 0.14), 0.0, 20.0) * 0.14;
        rail = min(rail, rod(p, vec3(0.64, 0.05 + bar_z * slope, bar_z), vec3(0.64, 0.95 + bar_z * slope, bar_z), 0.008));
        put(min(rail, rod(p, vec3(0.64, 0.0, -0.06), vec3(0.64, 1.02, -0.06), 0.026)), RAIL);
    } else put(abs(r.x) - 0.12, RAIL);
    vec3 b = p - LAMP;
    if (length(b) < 0.5) {
        put(joined(length(b) - 0.066, rod(b, vec3(0), vec3(0, 0.085, 0), 0.030), 0.05), BULB);
        float r = length(b.xz), brim = brim_at(r);
        float shade = max(abs(b.y - brim) * 0.72 - 0.004, r - 0.185);
        put(min(shade, ring(b - vec3(0, brim_at(0.185), 0), 0.185, 0.006)), SHADE);
        put(rod(b, vec3(0, 0.11, 0), vec3(0, 0.17, 0), 0.036), SOCKET);
    } else put(length(b) - 0.4, BULB);
    put(rod(p, LAMP + vec3(0, 0.16, 0), vec3(LAMP.x + 0.02, 3.75, LAMP.z), 0.006), WIRE);
    put(box(p - vec3(-0.60, 1.45, -0.55), vec3(0.012, 0.045, 0.045), 0.006), SOCKET);  // the switch
    put(box(p - vec3(-0.62, 2.05, 0.30), vec3(0.006, 0.11, 0.18), 0.003), SIGN);
}

Matter matter(int what, vec3 p, inout vec3 n) {
    float old = cloudy(p * vec3(3.0, 1.5, 3.0));
    if (what == WALL) {
        float along = clamp(p.z, 0.0, LANDING) * RISE / TREAD;
        float border = p.y - along - 1.15;
        vec3 tone = border < 0.0 ? vec3(0.20, 0.36, 0.27) : vec3(0.62, 0.60, 0.54);
        if (abs(border) < 0.012) tone = vec3(0.35, 0.10, 0.07);
        tone *= 0.75 + 0.4 * old;
        float peeled = smoothstep(0.69, 0.71, cloudy(vec3(p.x * 5.0, p.y * 5.0 + 9.0, p.z * 5.0)));
        tone = mix(tone, vec3(0.50, 0.47, 0.42), peeled);
        return Matter(tone, border < 0.0 ? 0.7 : 0.1, 0.3, 0.0, vec3(0));
    }
    if (what == STAIR) {
        vec3 tone = vec3(0.36, 0.345, 0.32) * (0.65 + 0.5 * old + 0.2 * noise(p * 120.0));
        return Matter(tone, 0.4, 0.4, 0.0, vec3(0));
    }
    if (what == CEILING) return Matter(vec3(0.60, 0.58, 0.53) * (0.75 + 0.35 * old), 0.0, 1.0, 0.0, vec3(0));
    if (what == RAIL) return Matter(vec3(0.30, 0.07, 0.05), 0.9, 0.2, 0.0, vec3(0));
    if (what == BULB) return Matter(vec3(0.14, 0.135, 0.125), 2.5, 0.02, 0.0, vec3(0));
    if (what == PANE) return Matter(vec3(0.3), 0.0, 0.5, 0.0, DUSK * mix(0.5, 1.3, smoothstep(2.3, 3.4, p.y)));
    if (what == SHADE) return Matter(n.y > 0.0 ? vec3(0.05, 0.16, 0.12) : vec3(0.55, 0.54, 0.50), 0.8, 0.2, 0.0, vec3(0));
    if (what == SOCKET) return Matter(vec3(0.10, 0.095, 0.09), 0.6, 0.3, 0.0, vec3(0));
    if (what == WIRE) return Matter(vec3(0.03), 0.3, 0.5, 0.0, vec3(0));
    if (what == SIGN) {
        vec4 ink = printed(vec2((p.z - 0.12) / 0.36, (p.y - 1.94) / 0.22));
        return Matter(mix(vec3(0.70, 0.69, 0.64), ink.rgb, ink.a), 0.5, 0.3, 0.0, vec3(0));
    }
    return Matter(vec3(0.50, 0.49, 0.46), 0.4, 0.4, 0.0, vec3(0));  // FRAME
}
