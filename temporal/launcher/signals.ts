/** What Ctrl-C and SIGTERM mean while the launcher runs. */
export interface Ending {
  /** Resolves when the person asks for the end. */
  asked: Promise<void>;
  isAsked(): boolean;
}

/** @param mayExit whether nothing runs yet that would have to be stopped first */
export function listenForEnd(mayExit: () => boolean): Ending {
  let isAsked = false;
  const asked = new Promise<void>((resolve) => {
    // npm passes Ctrl-C on although the terminal has sent it already: the second one says nothing new.
    const ask = () => {
      if (mayExit()) process.exit(130);
      isAsked = true;
      resolve();
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
    process.on('SIGHUP', ask);
  });
  return { asked, isAsked: () => isAsked };
}
