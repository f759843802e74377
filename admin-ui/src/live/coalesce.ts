/** Runs at once, then at most once in `ms`; calls in between make one run at the end. */
export function coalesce(run: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again = false;
  const call = () => {
    if (timer) {
      again = true;
      return;
    }
    run();
    timer = setTimeout(() => {
      timer = null;
      if (again) call();
      again = false;
    }, ms);
  };
  const cancel = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    again = false;
  };
  return { call, cancel };
}
