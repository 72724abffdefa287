package io.yichuang.device.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yichuang.device.DocumentScanner.ScanJob;
import io.yichuang.device.scan.EsclXml.BadXml;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EsclXmlTest {
  private static final String NAMESPACES =
      " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\""
          + " xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\"";

  static final String CAPABILITIES =
      "<?xml version=\"1.0\"?><scan:ScannerCapabilities"
          + NAMESPACES
          + "><pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Any A4</pwg:MakeAndModel>"
          + "<scan:Platen><scan:PlatenInputCaps><scan:MaxWidth>2550</scan:MaxWidth>"
          + "<scan:MaxHeight>3300</scan:MaxHeight><scan:SettingProfiles><scan:SettingProfile>"
          + "<scan:ColorModes><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
          + "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
          + "</scan:DocumentFormats><scan:SupportedResolutions><scan:XResolutionRange>"
          + "<scan:Min>75</scan:Min><scan:Max>600</scan:Max></scan:XResolutionRange>"
          + "</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"
          + "</scan:PlatenInputCaps></scan:Platen><scan:Adf><scan:AdfSimplexInputCaps>"
          + "<scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>"
          + "<scan:ColorMode>Grayscale8</scan:ColorMode></scan:ColorModes>"
          + "<scan:SupportedResolutions><scan:DiscreteResolutions><scan:DiscreteResolution>"
          + "<scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution>"
          + "</scan:DiscreteResolution></scan:DiscreteResolutions></scan:SupportedResolutions>"
          + "</scan:SettingProfile></scan:SettingProfiles></scan:AdfSimplexInputCaps></scan:Adf>"
          + "</scan:ScannerCapabilities>";

  static final String STATUS =
      "<scan:ScannerStatus"
          + NAMESPACES
          + "><pwg:Version>2.63</pwg:Version><pwg:State>Processing</pwg:State>"
          + "<scan:AdfState>ScannerAdfJam</scan:AdfState><scan:Jobs><scan:JobInfo>"
          + "<pwg:JobUri>/eSCL/ScanJobs/1</pwg:JobUri><pwg:JobState>Aborted</pwg:JobState>"
          + "<pwg:JobStateReasons><pwg:JobStateReason>AbortedBySystem</pwg:JobStateReason>"
          + "</pwg:JobStateReasons></scan:JobInfo></scan:Jobs></scan:ScannerStatus>";

  @Test
  void capabilities_tell_what_each_source_can_do() throws Exception {
    var caps = EsclXml.capabilities(bytes(CAPABILITIES));
    assertThat(caps.version()).isEqualTo("2.63");
    assertThat(caps.platen().maxHeight()).isEqualTo(3300);
    assertThat(caps.platen().allows(75)).isTrue();
    assertThat(caps.platen().allows(601)).isFalse();
    assertThat(caps.simplex().colorModes()).containsExactly("Grayscale8");
    assertThat(caps.simplex().allows(300)).isTrue();
    assertThat(caps.simplex().allows(200)).isFalse();
    assertThat(caps.duplex()).isNull();
  }

  @Test
  void a_status_tells_feeder_and_jobs() throws Exception {
    var status = EsclXml.status(bytes(STATUS));
    assertThat(status.state()).isEqualTo("Processing");
    assertThat(status.adfState()).isEqualTo("ScannerAdfJam");
    assertThat(status.jobs())
        .containsExactly(new EsclXml.Job("/eSCL/ScanJobs/1", "Aborted", "AbortedBySystem"));
  }

  @Test
  void settings_never_ask_for_more_than_the_device_takes() throws Exception {
    var caps = EsclXml.capabilities(bytes(CAPABILITIES));
    String platen =
        EsclSettings.of(
            new ScanJob(ScanJob.Source.PLATEN, 300, ScanJob.Mode.COLOUR), caps, caps.platen());
    assertThat(platen)
        .contains("<pwg:Height>3300</pwg:Height>", "<pwg:Width>2480</pwg:Width>", "RGB24")
        .doesNotContain("Duplex");
    String feeder =
        EsclSettings.of(
            new ScanJob(ScanJob.Source.FEEDER, 300, ScanJob.Mode.GREY), caps, caps.simplex());
    assertThat(feeder)
        .contains("<pwg:InputSource>Feeder<", "<scan:Duplex>false<", "Grayscale8", "3508");
  }

  @Test
  void every_truncation_is_told() {
    byte[] whole = bytes(STATUS);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> EsclXml.status(cut)).isInstanceOf(BadXml.class);
    }
  }

  @Test
  void no_entity_is_expanded_and_no_other_root_is_taken() {
    String bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
            + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><scan:ScannerStatus"
            + NAMESPACES
            + "><pwg:State>&f;&b;</pwg:State></scan:ScannerStatus>";
    try {
      assertThat(EsclXml.status(bytes(bomb)).state()).doesNotContain("root").doesNotContain("aaa");
    } catch (BadXml e) {
      assertThat(e).hasMessageContaining("not XML");
    }
    assertThatThrownBy(() -> EsclXml.status(bytes(CAPABILITIES))).isInstanceOf(BadXml.class);
    String deep = "<ScannerStatus>" + "<a>".repeat(100_000);
    assertThatThrownBy(() -> EsclXml.status(bytes(deep))).isInstanceOf(BadXml.class);
  }

  @Test
  void flipped_bytes_are_read_or_told_but_never_more() {
    long seed = 20261122;
    System.getLogger("test").log(System.Logger.Level.INFO, "seed {0}", seed);
    var random = new Random(seed);
    int told = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] wire = bytes(STATUS);
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        wire[random.nextInt(wire.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        EsclXml.status(wire);
      } catch (BadXml e) {
        told++;
      }
    }
    assertThat(told).isBetween(1_000, 10_000);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
