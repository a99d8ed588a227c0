#version 300 es
precision highp float;
uniform sampler2D light;
uniform vec2 size;
uniform float passes, exposure, grain, near;
uniform vec3 balance;
out vec4 colour;

// From light to a phone's picture: a little softening of the rays' noise where nothing else is, the film
// curve of phones, sharpening, darker corners, some grain.
vec3 at(vec2 offset) {
    return texelFetch(light, clamp(ivec2(gl_FragCoord.xy + offset), ivec2(0), ivec2(size) - 1), 0).rgb / passes;
}
float bright(vec3 c) { return dot(c, vec3(0.25, 0.65, 0.10)); }

// The mean of those around that are about as bright as the place as a whole: a ray gone astray has no say.
vec3 softened(vec2 middle) {
    vec3 place = vec3(0), sum = vec3(0);
    for (int x = -1; x <= 1; x++) for (int y = -1; y <= 1; y++) place += min(at(middle + vec2(x, y)), 2.0) / 9.0;
    float weight = 0.0, here = log(0.02 + bright(place));
    for (int x = -2; x <= 2; x++) for (int y = -2; y <= 2; y++) {
        vec3 other = at(middle + vec2(x, y));
        float apart = log(0.02 + bright(other)) - here;
        float w = exp(-near * float(x * x + y * y) - 9.0 * apart * apart) + 1e-6;
        sum += other * w;
        weight += w;
    }
    return sum / weight;
}

vec3 film(vec3 c) {
    c *= exposure * balance;
    c = c * (2.51 * c + 0.03) / (c * (2.43 * c + 0.59) + 0.14);
    return pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2));
}

float speckle(vec2 p, float seed) {
    uvec3 u = uvec3(p, seed);
    uint x = (u.x * 1597334677u) ^ (u.y * 3812015801u) ^ (u.z * 2798796415u);
    x = (x ^ (x >> 15u)) * 2246822519u;
    x = (x ^ (x >> 13u)) * 3266489917u;
    return float(x >> 8u) / 16777216.0 - 0.5;
}

void main() {
    vec3 own = film(softened(vec2(0)));
    vec3 around = 0.25 * (film(softened(vec2(1, 0))) + film(softened(vec2(-1, 0))) + film(softened(vec2(0, 1))) + film(softened(vec2(0, -1))));
    vec2 corner = gl_FragCoord.xy / size - 0.5;
    vec3 c = own + 0.50 * (own - around);
    c *= 1.0 - 0.45 * dot(corner, corner);
    vec2 p = gl_FragCoord.xy;
    float even = speckle(p, 1.0) + speckle(p, 2.0);
    c += grain * (even + 0.4 * vec3(speckle(p, 3.0), speckle(p, 4.0), speckle(p, 5.0)));
    colour = vec4(c, 1.0);
}
