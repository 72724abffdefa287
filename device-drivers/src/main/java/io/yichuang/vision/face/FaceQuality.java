package io.yichuang.vision.face;

/**
 * How well a picture shows a face.
 *
 * @param faces how many are in the picture; the largest is measured
 * @param hint what a person before the camera would be told
 * @param height of the face, pixels of the picture as it was measured; 0 without a face
 * @param share of the picture's height that the face takes, 0 to 1
 * @param lightness of the face, mean, 0 to 255
 * @param sharpness variance of the Laplacian of the face at 112 pixels
 * @param yaw the face looks aside, degrees, positive to the right of the picture
 * @param pitch it looks down, degrees; negative: up
 * @param roll the head leans, degrees, positive clockwise
 * @param eyesOpen how sure the model is that an eye is open, 0 to 1; unsure of narrow eyes
 */
public record FaceQuality(
    int faces,
    FaceHint hint,
    double height,
    double share,
    double lightness,
    double sharpness,
    double yaw,
    double pitch,
    double roll,
    double eyesOpen) {}
