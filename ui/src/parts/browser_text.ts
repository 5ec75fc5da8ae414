// What a browser says of itself, as people call it: "Chrome 120，Windows". What is not known is left
// as it was said.
const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'], [/Firefox\/(\d+)/, 'Firefox'], [/(?:Headless)?Chrome\/(\d+)/, 'Chrome'], [/Version\/(\d+)[^ ]* .*Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS X/, 'macOS'], [/Linux|X11/, 'Linux'],
];

export function browser_text(user_agent: string): string {
  const browser = browsers.find(([mark]) => mark.test(user_agent));
  const system = systems.find(([mark]) => mark.test(user_agent));
  if (browser === undefined) return user_agent;
  const version = browser[0].exec(user_agent)?.[1] ?? '';
  return [`${browser[1]} ${version}`.trim(), system?.[1]].filter((part) => part !== undefined).join('，');
}
