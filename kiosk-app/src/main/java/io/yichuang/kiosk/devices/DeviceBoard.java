package io.yichuang.kiosk.devices;

import io.yichuang.device.DeviceStatus;
import io.yichuang.device.DocumentScanner;
import io.yichuang.device.FrameSource;
import io.yichuang.device.IdCardReader;
import io.yichuang.device.PagePrinter;
import io.yichuang.device.ReceiptPrinter;
import io.yichuang.kiosk.ui.Light;
import java.util.Map;
import java.util.Optional;

/** The devices of this terminal, as views read them. A device that is not configured is absent. */
public interface DeviceBoard {
  /** The ids that configuration and catalogue use. */
  String ID_CARD_READER = "id-card-reader";

  String SCANNER = "scanner";
  String DOCUMENT_CAMERA = "document-camera";
  String FACE_CAMERA = "face-camera";
  String RECEIPT_PRINTER = "receipt-printer";
  String PAGE_PRINTER = "page-printer";

  Optional<IdCardReader> idCardReader();

  Optional<DocumentScanner> scanner();

  Optional<FrameSource> documentCamera();

  Optional<FrameSource> faceCamera();

  Optional<ReceiptPrinter> receiptPrinter();

  Optional<PagePrinter> pagePrinter();

  /** The latest status of every configured device. */
  Map<String, DeviceStatus> statuses();

  /**
   * Whether a device is there, healthy and supplied, so that a journey that needs it can be
   * finished now.
   */
  boolean canServe(String device);

  /** Whether a device lacks only paper. */
  boolean empty(String device);

  /** What the lintel says of the printers. */
  Light printers();
}
