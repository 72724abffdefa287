package io.yichuang.vision;

import io.yichuang.device.natives.NativeLibrary;
import java.io.IOException;
import java.nio.file.Path;

/** Where the jars of OpenCV and ONNX Runtime keep the libraries of a platform. */
enum Natives {
  LINUX("linux/x86_64/libopencv_java490.so", "linux-x64", "lib%s.so"),
  LINUX_ARM("linux/ARMv8/libopencv_java490.so", "linux-aarch64", "lib%s.so"),
  WINDOWS("windows/x86_64/opencv_java490.dll", "win-x64", "%s.dll"),
  MAC_ARM("osx/ARMv8/libopencv_java490.dylib", "osx-aarch64", "lib%s.dylib");

  private final String opencv;
  private final String onnxruntime;
  private final String fileName;

  Natives(String opencv, String onnxruntime, String fileName) {
    this.opencv = opencv;
    this.onnxruntime = onnxruntime;
    this.fileName = fileName;
  }

  /** The OpenCV library as a file. */
  Path opencv() throws IOException {
    return NativeLibrary.unpack("opencv", "/nu/pattern/opencv/" + opencv);
  }

  /** The folder with the two libraries of ONNX Runtime. */
  Path onnxruntime() throws IOException {
    var base = "/ai/onnxruntime/native/" + onnxruntime + "/";
    return NativeLibrary.unpackTogether(
        "onnxruntime",
        base + fileName.replace("%s", "onnxruntime"),
        base + fileName.replace("%s", "onnxruntime4j_jni"));
  }
}
