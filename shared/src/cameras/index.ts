export type { Box, BoxState, DrawnHazard, Look, Picture } from './picture.ts';
export { DECOYS, decoyOf, hazardsOf, looksOf, pictureAt, pictureOf } from './picture.ts';
export type { CameraTruth, SceneId, TrueHazard, WallCamera } from './truth.ts';
export { addCameraTruth, createCameraTruth, isScene, isThere, PLACES, SCENES, wallCameras } from './truth.ts';
export type { CameraState } from './wall.ts';
export { cameraAt, casesOfCamera, framesOf } from './wall.ts';
