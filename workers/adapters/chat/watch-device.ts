/** Says when a graphics device that was made after this call is lost; web-llm itself would wait forever. */
export type DeviceWatch = {
  /** Settles with the reason when a device is lost that nobody gave up on purpose. */
  lost: Promise<string>;
  /** No device is watched any more. */
  end: () => void;
};

type Requester = { requestDevice: (descriptor?: GPUDeviceDescriptor) => Promise<GPUDevice> };

/** `adapters` is what every adapter inherits from: `GPUAdapter.prototype`. */
export function watchDevices(adapters: Requester = GPUAdapter.prototype): DeviceWatch {
  // Called with the adapter as `this` below.

  const { requestDevice } = adapters;
  let isWatching = true;
  let tell: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    tell = resolve;
  });
  adapters.requestDevice = async function (this: Requester, descriptor) {
    const device = await requestDevice.call(this, descriptor);
    void device.lost.then(({ reason, message }) => {
      if (isWatching && reason !== 'destroyed') tell(message);
    });
    return device;
  };
  return {
    lost,
    end: () => {
      isWatching = false;
      adapters.requestDevice = requestDevice;
    },
  };
}
