package io.yichuang.device;

/**
 * What is wrong with a device.
 *
 * @param code the entry in the catalogue
 * @param detail for the technician's eye and the log, in English; never personal data
 */
public record DeviceFault(FaultCode code, String detail) {}
