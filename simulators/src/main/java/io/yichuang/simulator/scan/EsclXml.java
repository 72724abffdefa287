package io.yichuang.simulator.scan;

import io.yichuang.simulator.scan.ScanRequest.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The XML of eSCL: capabilities and status written, scan settings read. Lengths are 1/300 inch. */
final class EsclXml {
  private static final double MM_PER_UNIT = SheetSide.MM_PER_INCH / 300;
  private static final List<Integer> RESOLUTIONS = List.of(75, 100, 150, 200, 300, 400, 600);
  private static final int DEFAULT_DPI = 300;

  private static final String NAMESPACES =
      " xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\""
          + " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\"";

  private EsclXml() {}

  static byte[] capabilities() {
    String caps = inputCaps();
    return xml(
        """
        <scan:ScannerCapabilities%s>
          <pwg:Version>2.63</pwg:Version>
          <pwg:MakeAndModel>Yichuang Simulated Feeder</pwg:MakeAndModel>
          <pwg:SerialNumber>SIM-1</pwg:SerialNumber>
          <scan:UUID>7e1c1a5e-0000-4000-8000-79696368756e</scan:UUID>
          <scan:Platen><scan:PlatenInputCaps>%s</scan:PlatenInputCaps></scan:Platen>
          <scan:Adf>
            <scan:AdfSimplexInputCaps>%s</scan:AdfSimplexInputCaps>
            <scan:AdfDuplexInputCaps>%s</scan:AdfDuplexInputCaps>
            <scan:FeederCapacity>%d</scan:FeederCapacity>
            <scan:AdfOptions>
              <scan:AdfOption>DetectPaperLoaded</scan:AdfOption>
              <scan:AdfOption>Duplex</scan:AdfOption>
            </scan:AdfOptions>
          </scan:Adf>
        </scan:ScannerCapabilities>
        """
            .formatted(NAMESPACES, caps, caps, caps, SheetPath.CAPACITY));
  }

  private static String inputCaps() {
    String resolutions =
        RESOLUTIONS.stream()
            .map(dpi ->
                "<scan:DiscreteResolution><scan:XResolution>%d</scan:XResolution><scan:YResolution>%d</scan:YResolution></scan:DiscreteResolution>"
                    .formatted(dpi, dpi))
            .collect(Collectors.joining());
    return """
    <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>%d</scan:MaxWidth>
    <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>%d</scan:MaxHeight>
    <scan:MaxScanRegions>1</scan:MaxScanRegions>
    <scan:SettingProfiles><scan:SettingProfile>
      <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
      <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
      <scan:SupportedResolutions><scan:DiscreteResolutions>%s</scan:DiscreteResolutions></scan:SupportedResolutions>
    </scan:SettingProfile></scan:SettingProfiles>
    """
        .formatted(
            Math.round(SheetSide.WIDTH_MM / MM_PER_UNIT),
            Math.round(SheetSide.HEIGHT_MM / MM_PER_UNIT),
            resolutions);
  }

  static byte[] status(String state, String adf, List<EsclJob> jobs) {
    String infos =
        jobs.stream()
            .map(job ->
                "<scan:JobInfo><pwg:JobUri>%s</pwg:JobUri><pwg:JobUuid>%s</pwg:JobUuid><scan:Age>%d</scan:Age><pwg:ImagesCompleted>%d</pwg:ImagesCompleted><pwg:JobState>%s</pwg:JobState><pwg:JobStateReasons><pwg:JobStateReason>%s</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>"
                    .formatted(
                        job.path(),
                        job.uuid(),
                        job.ageSeconds(),
                        job.images(),
                        job.state().word,
                        job.state().reason))
            .collect(Collectors.joining());
    return xml(
        """
        <scan:ScannerStatus%s>
          <pwg:Version>2.63</pwg:Version>
          <pwg:State>%s</pwg:State>
          <scan:AdfState>%s</scan:AdfState>
          <scan:Jobs>%s</scan:Jobs>
        </scan:ScannerStatus>
        """
            .formatted(NAMESPACES, state, adf, infos));
  }

  private static byte[] xml(String body) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads scan settings; what is left out is the whole sheet, 300 dpi, colour, from the platen.
   *
   * @throws ProtocolException if it is no such XML or asks for what is not offered
   */
  static ScanRequest settings(byte[] body) throws IOException {
    Document document = parse(body);
    if (!"ScanSettings".equals(document.getDocumentElement().getLocalName())) {
      throw new ProtocolException("no ScanSettings");
    }
    int dpi = number(document, "XResolution", DEFAULT_DPI);
    if (!RESOLUTIONS.contains(dpi) || number(document, "YResolution", dpi) != dpi) {
      throw new ProtocolException("resolution " + dpi + " is not offered");
    }
    String mode = text(document, "ColorMode", "RGB24");
    if (!mode.equals("RGB24") && !mode.equals("Grayscale8")) {
      throw new ProtocolException("colour mode is not offered");
    }
    for (String name : List.of("DocumentFormatExt", "DocumentFormat")) {
      if (!text(document, name, "image/jpeg").equals("image/jpeg")) {
        throw new ProtocolException("document format is not offered");
      }
    }
    Source source =
        switch (text(document, "InputSource", "Platen")) {
          case "Platen" -> Source.FLATBED;
          case "Feeder" ->
              text(document, "Duplex", "false").equals("true")
                  ? Source.ADF_DUPLEX
                  : Source.ADF_FRONT;
          default -> throw new ProtocolException("input source is not offered");
        };
    double left = millimetres(document, "XOffset", 0);
    double top = millimetres(document, "YOffset", 0);
    double right = left + millimetres(document, "Width", SheetSide.WIDTH_MM - left);
    double bottom = top + millimetres(document, "Height", SheetSide.HEIGHT_MM - top);
    return new ScanRequest(
        dpi,
        mode.equals("RGB24"),
        source,
        left,
        top,
        Math.min(right, SheetSide.WIDTH_MM),
        Math.min(bottom, SheetSide.HEIGHT_MM));
  }

  private static Document parse(byte[] body) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      // No doctype: no entities that grow, no files that are fetched.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(body));
    } catch (SAXException e) {
      ProtocolException bad = new ProtocolException("not XML");
      bad.initCause(e);
      throw bad;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double millimetres(Document document, String name, double otherwise)
      throws ProtocolException {
    int units = number(document, name, -1);
    return units < 0 ? otherwise : Math.clamp(units * MM_PER_UNIT, 0, SheetSide.HEIGHT_MM);
  }

  private static int number(Document document, String name, int otherwise)
      throws ProtocolException {
    String text = text(document, name, "");
    try {
      return text.isEmpty() ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      ProtocolException bad = new ProtocolException(name + " is no number");
      bad.initCause(e);
      throw bad;
    }
  }

  private static String text(Document document, String name, String otherwise) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    @Nullable String text = found.getLength() == 0 ? null : found.item(0).getTextContent();
    return text == null ? otherwise : text.trim();
  }
}
