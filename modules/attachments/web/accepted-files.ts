/** What a browser offers to choose; what a file is, the server sees by itself. */
export const ACCEPTED_FILES =
  '.pdf,.jpg,.jpeg,.png,.webp,.heic,application/pdf,image/jpeg,image/png,image/webp,image/heic';
export const ACCEPTED_PHOTOS = 'image/jpeg,image/png,image/webp,image/heic';
