/** The `muheng` command: finds the command, runs it, and turns every kind of trouble into words and an exit code. */
import { engines } from '@muheng/bundle';
import { compareCommand } from './commands/compare.js';
import { doctorCommand, doctorHelp } from './commands/doctor.js';
import { evaluateCommand } from './commands/evaluate.js';
import { explainCommand } from './commands/explain.js';
import { officeCommand, officeHelp } from './commands/office.js';
import { pathCommand } from './commands/path.js';
import { robustnessCommand } from './commands/robustness.js';
import { schemeCommand } from './commands/scheme.js';
import { serveCommand, serveHelp } from './commands/serve.js';
import { verifyCommand } from './commands/verify.js';
import { type Console, consoleFor } from './console.js';
import { exits, StoppedByFindings, UnreadableInput, UsageTrouble } from './exits.js';
import { helps } from './help.js';
import { type Options, readOptions } from './options.js';
import { versionOfProgram } from './paths.js';
import { printStopped } from './report/stopped.js';

/** A command gives its exit code. */
export type Command = (options: Options, console: Console) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  evaluate: evaluateCommand,
  explain: explainCommand,
  compare: compareCommand,
  path: pathCommand,
  robustness: robustnessCommand,
  scheme: schemeCommand,
  verify: verifyCommand,
};

/** Commands of the running system: they need the server, and read options of their own. */
const systemCommands: Readonly<
  Record<string, { readonly help: string; run(args: readonly string[], console: Console): Promise<number> }>
> = {
  serve: { help: serveHelp, run: serveCommand },
  office: { help: officeHelp, run: officeCommand },
  doctor: { help: doctorHelp, run: doctorCommand },
};

/** Runs one command line and gives the exit code of docs/reference/cli.md. */
export async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  try {
    if (name === '' || name === '--help' || name === '-h' || name === 'help') return printHelp(rest[0] ?? '');
    if (name === '--version' || name === '-v') return printVersion();
    const system = Object.hasOwn(systemCommands, name) ? systemCommands[name] : undefined;
    if (system !== undefined)
      return rest.includes('--help') ? printHelp(name) : await system.run(rest, consoleFor(rest.includes('--json')));
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new UsageTrouble(`没有命令“${name}”。`);
    const options = readOptions(rest);
    if (options.flag.help) return printHelp(pageOf(name, options));
    return await command(options, consoleFor(options.flag.quiet || options.flag.json));
  } catch (error) {
    return report(error, name);
  }
}

/** A command with words of its own has a page for each: `scheme diff`. */
function pageOf(name: string, options: Options): string {
  const page = `${name} ${options.words[0] ?? ''}`;
  return Object.hasOwn(helps, page) ? page : name;
}

function printHelp(name: string): number {
  process.stdout.write(`${helpOf(name)}\n`);
  return exits.ok;
}

function printVersion(): number {
  process.stdout.write(`muheng ${versionOfProgram()}\n校验包的引擎语义 ${[...engines.keys()].join('、')}\n`);
  return exits.ok;
}

const helpOf = (name: string): string => systemCommands[name]?.help ?? helps[name] ?? helps[''] ?? '';

function report(error: unknown, name: string): number {
  const { err } = consoleFor(false);
  if (error instanceof UsageTrouble) {
    err(`${error.message}\n\n${helpOf(name)}`);
    return exits.usage;
  }
  if (error instanceof StoppedByFindings) {
    printStopped(consoleFor(false), error);
    return exits.findings;
  }
  if (error instanceof UnreadableInput) {
    err(error.message);
    return exits.unreadable;
  }
  err(
    `系统异常：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n这是程序的错误，请连同输入文件一并报告。`,
  );
  return exits.fault;
}
