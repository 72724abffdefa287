package io.yichuang.device.scan;

import io.yichuang.device.DocumentScanner.ScanJob;

/** What is asked of a scanner, as eSCL's XML: pure. */
final class EsclSettings {
  private EsclSettings() {}

  /** The settings of one job: the whole sheet that the device can take, at most A4. */
  static String of(ScanJob job, EsclXml.Capabilities caps, EsclXml.InputCaps input) {
    // A4 in 1/300 inch: 210 mm and 297 mm.
    int width = input.maxWidth() == 0 ? 2480 : Math.min(2480, input.maxWidth());
    int height = input.maxHeight() == 0 ? 3508 : Math.min(3508, input.maxHeight());
    String color = job.mode() == ScanJob.Mode.COLOUR ? "RGB24" : "Grayscale8";
    String source = job.source() == ScanJob.Source.PLATEN ? "Platen" : "Feeder";
    String duplex =
        job.source() == ScanJob.Source.PLATEN
            ? ""
            : "<scan:Duplex>%b</scan:Duplex>"
                .formatted(job.source() == ScanJob.Source.FEEDER_DUPLEX);
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
    xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">\
    <pwg:Version>%s</pwg:Version><scan:Intent>Document</scan:Intent>\
    <pwg:ScanRegions><pwg:ScanRegion>\
    <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>\
    <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>\
    <pwg:Width>%d</pwg:Width><pwg:Height>%d</pwg:Height>\
    </pwg:ScanRegion></pwg:ScanRegions>\
    <pwg:InputSource>%s</pwg:InputSource>%s\
    <scan:ColorMode>%s</scan:ColorMode>\
    <scan:XResolution>%d</scan:XResolution><scan:YResolution>%d</scan:YResolution>\
    <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>\
    <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>\
    </scan:ScanSettings>
    """
        .formatted(
            caps.version().matches("[0-9.]{1,8}") ? caps.version() : "2.0",
            width,
            height,
            source,
            duplex,
            color,
            job.resolution(),
            job.resolution());
  }
}
