// Light: follows rays from the lens through a scene made of distances until they reach the sky, the sun or a
// lamp. One pass adds one ray per pixel; many passes make a picture. A scene (scenes/*.glsl) says in metres,
// y up: map() what is where, matter() what it is made of, sky(), and its lens, sun and lamp.

struct Matter {
    vec3 albedo;
    float gloss;  // 0 none .. 1 varnish, water, glass
    float rough;  // of what is mirrored: 0 a mirror .. 1 dull
    float metal;  // 0 or 1: mirrors in its own colour
    vec3 glow;
};
struct Lens {
    vec3 eye, target;
    float zoom;   // half the picture's height is seen at 1 / zoom of the distance
    float blur;   // radius of the opening; what is nearer or farther than `sharp` is soft
    float sharp;
};

const int BOUNCES = 3;

float near;  // the nearest thing that map() has put, and which it is
int thing;

void put(float distance, int what) {
    if (distance < near) {
        near = distance;
        thing = what;
    }
}

void map(vec3 p);
Matter matter(int what, vec3 p, inout vec3 n);
vec3 sky(vec3 way);
vec3 dim();        // the light where it is no longer followed
Lens lens();
vec3 sun_way();
vec3 sun();       // black: none
vec3 lamp_at();  // or any point of a large one
vec3 lamp(vec3 way);  // what reaches one who looks that way to the lamp, from a metre; black: none

float distance_at(vec3 p) {
    near = 1e3;
    map(p);
    return near;
}

// How far it is to the first thing on the way, or -1.
float march(vec3 from, vec3 way, float far, int steps, float close) {
    float t = 0.0;
    for (int i = 0; i < steps; i++) {
        float d = distance_at(from + way * t);
        if (d < close * (0.4 + t)) return t;
        t += d * 0.95;
        if (t > far) return -1.0;
    }
    return t > far * 0.5 ? -1.0 : t;
}

vec3 normal_at(vec3 p, float t) {
    vec3 n = vec3(0);
    for (int i = 0; i < 4; i++) {  // a loop, as what is written four times takes four times as long to compile
        vec3 e = vec3(((i + 3) >> 1) & 1, (i >> 1) & 1, i & 1) * 2.0 - 1.0;
        n += e * distance_at(p + e * 0.0004 * (0.5 + t));
    }
    return normalize(n);
}

vec3 any_way() {
    float y = 1.0 - 2.0 * chance(), a = 6.2831853 * chance(), r = sqrt(max(0.0, 1.0 - y * y));
    return vec3(r * cos(a), y, r * sin(a));
}

vec3 straight_light(vec3 p, vec3 n) {
    vec3 sum = vec3(0);
    for (int source = 0; source < 2; source++) {
        vec3 to = source == 0 ? 12.0 * (sun_way() + 0.02 * any_way()) : lamp_at() - p;
        float far = length(to), slant = dot(n, to / far);
        vec3 light = source == 0 ? sun() : lamp(to / far) / (far * far);
        if (light.r == 0.0) continue;
        if (slant > 0.0 && march(p, to / far, far - 0.04, 40, 0.0015) < 0.0) sum += light * slant;
    }
    return sum;
}

vec3 seen(vec3 from, vec3 way) {
    vec3 light = vec3(0), left = vec3(1);
    bool straight = true;
    for (int bounce = 0; bounce < BOUNCES; bounce++) {
        float t = march(from, way, bounce == 0 ? 30.0 : 8.0, bounce == 0 ? 140 : 45, bounce == 0 ? 0.0004 : 0.0012);
        if (t < 0.0) return light + left * min(sky(way), vec3(bounce == 0 ? 20.0 : 6.0));
        vec3 p = from + way * t;
        int what = thing;
        vec3 n = normal_at(p, t);
        from = p + n * 0.002 * (0.4 + t);
        Matter m = matter(what, p, n);
        if (straight) light += left * m.glow;  // its light on other things comes as lamp()
        float facing = clamp(dot(-way, n), 0.0, 1.0);
        float mirrored = m.metal > 0.5 ? 1.0 : min(0.98, m.gloss * (0.04 + 0.96 * pow(1.0 - facing, 5.0) * (1.0 - 0.7 * m.rough)));
        // What is seen at once is asked for its mirror image more often than it shows it, and counted less.
        float asked_ = bounce == 0 && mirrored > 0.0 && m.metal < 0.5 ? max(mirrored, 0.4) : mirrored;
        straight = chance() < asked_;
        left *= straight ? mirrored / asked_ : (1.0 - mirrored) / (1.0 - asked_);
        if (straight) {
            way = normalize(reflect(way, n) + m.rough * any_way() * sqrt(chance()));
            if (dot(way, n) <= 0.0) way = reflect(way, n);
            if (m.metal > 0.5) left *= m.albedo;
        } else {
            left *= m.albedo;
            if (bounce == BOUNCES - 1) return light + left * dim();
            light += left * straight_light(from, n);
            way = normalize(n + 0.999 * any_way());
        }
    }
    return light;
}

void main() {
    begin_chance(uvec2(gl_FragCoord.xy));
    Lens l = lens();
    vec3 ahead = normalize(l.target - l.eye), right = normalize(cross(vec3(0, 1, 0), ahead));
    vec3 up = cross(ahead, right);
    vec2 at = (gl_FragCoord.xy + vec2(chance(), chance()) + vec2(chance(), chance()) - 1.0 - 0.5 * size) / (0.5 * size.y);
    vec3 way = ahead * l.zoom + right * at.x + up * at.y;
    float turned = 6.2831853 * chance(), off = l.blur * sqrt(chance());
    vec3 shift = off * (right * cos(turned) + up * sin(turned));
    way = normalize(way * l.sharp / l.zoom - shift);
    colour = vec4(min(seen(l.eye + shift, way), vec3(8.0)), 1.0);
}
