// Opens everything that a reader can open, so that it is measured too; `content` of a popover is measured where it is shown.

function measure() {
  for (const details of document.querySelectorAll("details")) details.open = true;
  return new Promise((resolve) => {
    setTimeout(resolve, 500); // a window that is not drawn has no frames
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
  });
}
