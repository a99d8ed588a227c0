// Runs in the page that pictures.py opens: one picture from the text of its shaders, as a JPEG in base64.

const SQUARE = "#version 300 es\nvoid main() { gl_Position = vec4(vec2[](vec2(-1, -1), vec2(3, -1), vec2(-1, 3))[gl_VertexID], 0, 1); }";
const TILE = 200; // pixels: a pass is drawn in pieces, as a driver gives up on what takes too long

function program(gl, source) {
  const made = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, SQUARE], [gl.FRAGMENT_SHADER, source]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader));
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(made));
  return made;
}

async function labelled(gl, svg) {
  const picture = new Image();
  picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d").drawImage(picture, 0, 0);
  gl.activeTexture(gl.TEXTURE1);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.SRGB8_ALPHA8, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.generateMipmap(gl.TEXTURE_2D);
}

async function gathered(gl, scene, { width, height, passes }) {
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, width, height);
  const light = gl.getParameter(gl.TEXTURE_BINDING_2D);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, light, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, null); // not read while it is written
  gl.useProgram(scene);
  gl.uniform2f(gl.getUniformLocation(scene, "size"), width, height);
  gl.uniform1i(gl.getUniformLocation(scene, "labels"), 1);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE);
  gl.enable(gl.SCISSOR_TEST);
  for (let turn = 0; turn < passes; turn++) {
    gl.uniform1i(gl.getUniformLocation(scene, "turn"), turn);
    for (let y = 0; y < height; y += TILE)
      for (let x = 0; x < width; x += TILE) {
        gl.scissor(x, y, TILE, TILE);
        gl.drawArrays(gl.TRIANGLES, 0, 3);
        gl.readPixels(x, y, 1, 1, gl.RGBA, gl.FLOAT, new Float32Array(4)); // wait for it
      }
    await new Promise((done) => setTimeout(done));
  }
  gl.disable(gl.BLEND);
  gl.disable(gl.SCISSOR_TEST);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  return light;
}

async function jpeg(canvas, largest) {
  for (let quality = 0.9; ; quality -= 0.03) {
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality });
    if (blob.size <= largest || quality < 0.4) return new Uint8Array(await blob.arrayBuffer());
  }
}

// wanted: {width, height, passes, exposure, grain, near, balance: [r, g, b], largest: bytes, scene, develop, svg}
async function render(wanted) {
  const canvas = new OffscreenCanvas(wanted.width, wanted.height);
  const gl = canvas.getContext("webgl2", { preserveDrawingBuffer: true, alpha: false });
  if (!gl.getExtension("EXT_color_buffer_float") || !gl.getExtension("EXT_float_blend")) throw new Error("no float buffers");
  await labelled(gl, wanted.svg);
  const light = await gathered(gl, program(gl, wanted.scene), wanted);
  const film = program(gl, wanted.develop);
  gl.useProgram(film);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, light);
  for (const way of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, way, gl.NEAREST);
  gl.uniform2f(gl.getUniformLocation(film, "size"), wanted.width, wanted.height);
  for (const name of ["passes", "exposure", "grain", "near"]) gl.uniform1f(gl.getUniformLocation(film, name), wanted[name]);
  gl.uniform3fv(gl.getUniformLocation(film, "balance"), wanted.balance);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  const bytes = await jpeg(canvas, wanted.largest);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
