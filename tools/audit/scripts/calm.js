// Collects layout shifts and long tasks from the first moment of a page; read with `calm.taken()`.

globalThis.calm = (() => {
  const shifts = [];
  const tasks = [];
  const place = (source) => {
    const node = source.node?.nodeType === Node.TEXT_NODE ? source.node.parentElement : source.node;
    return node ? `${node.localName}${node.id ? `#${node.id}` : ""}${[...node.classList].map((name) => `.${name}`).join("")}` : "?";
  };
  const keepShifts = (entries) => shifts.push(...entries.map((entry) => ({ value: entry.value, where: entry.sources.map(place).join(", ") })));
  const keepTasks = (entries) => tasks.push(...entries.map((entry) => Math.round(entry.duration)));
  const observers = [
    [new PerformanceObserver((list) => keepShifts(list.getEntries())), "layout-shift", keepShifts],
    [new PerformanceObserver((list) => keepTasks(list.getEntries())), "longtask", keepTasks],
  ];
  for (const [observer, type] of observers) observer.observe({ type, buffered: true });
  const frame = () => new Promise((resolve) => {
    setTimeout(resolve, 200); // a window that is not drawn has no frames
    requestAnimationFrame(resolve);
  });
  return {
    async taken() {
      await document.fonts.ready;
      const height = document.documentElement.scrollHeight;
      const stride = Math.max(innerHeight, height / 20);
      for (let top = 0; top <= height; top += stride) {
        scrollTo({ top, behavior: "instant" });
        await frame();
      }
      scrollTo({ top: 0, behavior: "instant" });
      await frame();
      await frame();
      for (const [observer, , keep] of observers) keep(observer.takeRecords());
      return { shifts, tasks };
    },
  };
})();
