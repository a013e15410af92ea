/** What a browser says of a graphics adapter, as far as anybody here asks. */
export type AdapterInfo = { vendor: string; architecture: string; device: string; description: string };

export function adapterName({ vendor, architecture, device, description }: AdapterInfo): string {
  const names = description === '' ? [vendor, architecture, device] : [description];
  return names.filter((part) => part !== '').join(' ');
}

/** Whether it is the processor that plays a graphics card. */
export function isSoftwareAdapter(info: AdapterInfo): boolean {
  const { isFallbackAdapter } = info as { isFallbackAdapter?: boolean };
  const words = `${adapterName(info)} ${info.architecture}`;
  return isFallbackAdapter === true || /swiftshader|llvmpipe|software|basic render/iu.test(words);
}
