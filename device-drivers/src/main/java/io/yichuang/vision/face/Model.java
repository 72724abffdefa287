package io.yichuang.vision.face;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/** One ONNX model: a block of numbers in, blocks of numbers out. Any thread. */
final class Model implements AutoCloseable {

  private final OrtSession session;
  private final String input;
  private final long[] shape;

  /** From the class path, beside this class. */
  Model(String name, long... shape) {
    this.shape = shape;
    try (var in = Model.class.getResourceAsStream(name);
        var options = new SessionOptions()) {
      if (in == null) {
        throw new IllegalStateException("the class path holds no model " + name);
      }
      // More threads are slower on a shared machine: the runtime's threads wait by spinning.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      session = OrtEnvironment.getEnvironment().createSession(in.readAllBytes(), options);
      input = session.getInputNames().iterator().next();
    } catch (IOException | OrtException e) {
      throw new IllegalStateException("the model " + name + " cannot be loaded", e);
    }
  }

  /** The output whose innermost dimension is this, flattened; 0 for the only one. */
  float[] run(float[] values, int innermost) {
    return run(values, new int[] {innermost})[0];
  }

  float[][] run(float[] values, int[] innermost) {
    try (var tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
        var result = session.run(Map.of(input, tensor))) {
      var outputs = new float[innermost.length][];
      for (var i = 0; i < outputs.length; i++) {
        for (var entry : result) {
          if (entry.getValue() instanceof OnnxTensor out
              && (innermost[i] == 0 || last(out.getInfo().getShape()) == innermost[i])) {
            var buffer = out.getFloatBuffer();
            outputs[i] = new float[buffer.remaining()];
            buffer.get(outputs[i]);
            break;
          }
        }
        if (outputs[i] == null) {
          throw new IllegalStateException("not the model that was expected");
        }
      }
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException("the model failed", e);
    }
  }

  private static long last(long[] dimensions) {
    return dimensions.length == 0 ? 0 : dimensions[dimensions.length - 1];
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model of shape " + Arrays.toString(shape), e);
    }
  }
}
