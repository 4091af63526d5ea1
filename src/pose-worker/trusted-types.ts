/**
 * The default Trusted Types policy: only an address of this app's own origin may become a script. With the header
 * `require-trusted-types-for 'script'`, browsers that know Trusted Types enforce it on the page and in the worker.
 */

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }

trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => {
    if (new URL(address, location.href).origin === location.origin) return address
    throw new TypeError(`not a script of this app: ${address}`)
  },
})
