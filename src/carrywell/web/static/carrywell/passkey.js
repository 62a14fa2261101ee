// Passkeys: the browser asks her phone's lock, and the answer goes into the form. No library, nothing kept.

const can = window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials;

async function credential(form) {
  if (form.dataset.passkey === "sign-in") {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return navigator.credentials.get(request((await answer.json()).request_options));
  }
  const options = JSON.parse(form.dataset.options);
  return form.dataset.passkey === "make"
    ? navigator.credentials.create(creation(options.creation_options))
    : navigator.credentials.get(request(options.request_options));
}

function request(options) {
  return { publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey) };
}

/** A key that her device keeps, and that opens only with its lock: so that it stands for name and password. */
function creation({ publicKey }) {
  const selection = { ...publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" };
  return { publicKey: PublicKeyCredential.parseCreationOptionsFromJSON({ ...publicKey, authenticatorSelection: selection }) };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!can) continue;
  form.querySelector("button").hidden = false;
  form.querySelector(".cw-passkey__cannot").hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector(".cw-passkey__failed");
    failed.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify((await credential(form)).toJSON());
      form.submit();
    } catch {
      failed.hidden = false; // she turned it down, or the device did
    }
  });
}
