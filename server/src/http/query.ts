// Parameters of a request, parsed at the door as everywhere a run is asked about.
export { read, wholeNumber } from '@onescreen/shared/reports';
