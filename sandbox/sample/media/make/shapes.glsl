#version 300 es
precision highp float;
precision highp int;

uniform vec2 size;         // of the picture in pixels
uniform int turn;          // which pass this is
uniform sampler2D labels;  // what is printed on things: labels.svg of the scene
out vec4 colour;

// Chance that is the same every time. What a ray asks first is spread evenly over the passes, which leaves
// a third of the speckle.
uint luck;
float place;   // of this pixel
int asked;
const int EVEN = 10;
const float PRIMES[EVEN] = float[](2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0, 23.0, 29.0);

uint scrambled(uint x) {
    x = x * 747796405u + 2891336453u;
    x = ((x >> ((x >> 28u) + 4u)) ^ x) * 277803737u;
    return (x >> 22u) ^ x;
}
float part(uint x) { return float(x >> 8u) / 16777216.0; }
void begin_chance(uvec2 pixel) {
    uint own = scrambled(pixel.x + scrambled(pixel.y));
    place = part(own);
    luck = scrambled(own + scrambled(uint(turn)));
    asked = 0;
}
float chance() {
    if (asked < EVEN) {
        float root = sqrt(PRIMES[asked++]);
        return fract(place * 97.0 * root + float(turn) * root);
    }
    luck = luck * 747796405u + 2891336453u;
    return part(scrambled(luck));
}

// A number from 0 to 1 that belongs to a cell.
float hash(vec2 c) {
    uvec2 u = uvec2(ivec2(c) + 32768);
    return part(scrambled(u.x + 65536u * u.y));
}
float hash(vec3 c) { return hash(c.xy + vec2(57.0, 113.0) * c.z); }

float noise(vec2 p) {
    vec2 c = floor(p), f = p - c;
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash(c), hash(c + vec2(1, 0)), f.x), mix(hash(c + vec2(0, 1)), hash(c + vec2(1, 1)), f.x), f.y);
}
float noise(vec3 p) {
    float c = floor(p.z), f = p.z - c;
    f = f * f * (3.0 - 2.0 * f);
    return mix(noise(p.xy + vec2(57, 113) * c), noise(p.xy + vec2(57, 113) * (c + 1.0)), f);
}
float cloudy(vec2 p) { return 0.5 * noise(p) + 0.3 * noise(p * 2.3 + 17.0) + 0.2 * noise(p * 5.1 + 5.0); }
float cloudy(vec3 p) { return 0.5 * noise(p) + 0.3 * noise(p * 2.3 + 17.0) + 0.2 * noise(p * 5.1 + 5.0); }

mat2 turned(float angle) {
    float c = cos(angle), s = sin(angle);
    return mat2(c, -s, s, c);
}

// Distances. Sizes are halves, as is usual for them.
float box(vec3 p, vec3 b, float round_) {
    vec3 q = abs(p) - b + round_;
    return length(max(q, 0.0)) + min(max(q.x, max(q.y, q.z)), 0.0) - round_;
}
float box(vec3 p, vec3 b) { return box(p, b, 0.0); }
float plate(vec2 p, vec2 b, float round_) {
    vec2 q = abs(p) - b + round_;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - round_;
}
float rod(vec3 p, vec3 a, vec3 b, float r) {
    vec3 pa = p - a, ba = b - a;
    return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0)) - r;
}
float ring(vec3 p, float big, float small_) { return length(vec2(length(p.xz) - big, p.y)) - small_; }
// A cup open at the top: y from 0 to h, radius from low to high.
float cone(vec3 p, float h, float low, float high) {
    float r = mix(low, high, clamp(p.y / h, 0.0, 1.0));
    vec2 q = vec2((length(p.xz) - r) * h / length(vec2(h, high - low)), abs(p.y - 0.5 * h) - 0.5 * h);
    return min(max(q.x, q.y), 0.0) + length(max(q, 0.0));
}
// A pointed leaf lying along x.
float almond(vec2 p, float length_, float width) {
    float r = (length_ * length_ + width * width) / (2.0 * width), d = r - width;
    p = abs(p);
    return max(length(vec2(p.x, p.y + d)) - r, p.x - length_);
}
float joined(float a, float b, float k) {
    float h = max(k - abs(a - b), 0.0) / k;
    return min(a, b) - h * h * k * 0.25;
}
vec4 printed(vec2 at) { return texture(labels, vec2(at.x, 1.0 - at.y)); }  // 0,0 the lower left corner
