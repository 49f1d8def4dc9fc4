// The source of bytes for a place, as a worker opens it.
import type { ByteSource } from '@onescreen/shared/recordings';
import { unreachable } from '@onescreen/shared/unreachable';
import type { RecordingPlace } from '../place.ts';
import { addressSource } from './addressSource.ts';
import { blobSource } from './blobSource.ts';
import { folderSource, type RunScript } from './folderSource.ts';

/** `run`: how this worker runs a script beside the page. Throws SourceError when nothing is there. */
export async function openPlace(place: RecordingPlace, run: RunScript): Promise<ByteSource> {
  switch (place.kind) {
    case 'address':
      return addressSource(place.url);
    case 'file':
      return blobSource(place.file);
    case 'folder':
      return folderSource(place.folder, run);
    default:
      return unreachable(place);
  }
}
