/** `wirefold completion`: a script for a shell, made from the command's own verbs and options, so that it is never behind them. */
import type { Command } from 'commander';
import type { Shell } from '../shells.ts';

interface Verb {
  readonly name: string;
  readonly description: string;
  readonly options: readonly {
    readonly flag: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  /** What its argument may be; empty: a file. */
  readonly choices: readonly string[];
}

const SCRIPTS: Readonly<Record<Shell, (verbs: readonly Verb[]) => string>> = { bash, zsh, fish };

export function completionScript(program: Command, shell: Shell): string {
  return SCRIPTS[shell](program.commands.map(verbOf));
}

function verbOf(command: Command): Verb {
  const shown = command.options.filter(({ hidden, long }) => !hidden && long !== undefined);
  return {
    name: command.name(),
    description: command.description(),
    options: shown.map(({ long, description, argChoices }) => ({
      flag: long ?? '',
      description,
      choices: argChoices ?? [],
    })),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
}

function bash(verbs: readonly Verb[]): string {
  const cases = verbs.map(
    ({ name, options, choices }) =>
      `    ${name}) words="${[...options.map(({ flag }) => flag), ...choices].join(' ')}" ;;`,
  );
  return `# wirefold: completion for bash. Load it with: source <(wirefold completion bash)
_wirefold() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${verbs.map(({ name }) => name).join(' ')}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${choiceCases(verbs)}
  esac
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _wirefold wirefold
`;
}

function choiceCases(verbs: readonly Verb[]): string {
  const lines = verbs.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(
        ({ flag, choices }) =>
          `    "${name} ${flag}") COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`,
      ),
  );
  return lines.join('\n');
}

/** zsh understands bash's way of completing. */
function zsh(verbs: readonly Verb[]): string {
  return `#compdef wirefold
# wirefold: completion for zsh. Load it with: source <(wirefold completion zsh)
autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${bash(verbs).split('\n').slice(1).join('\n')}`;
}

function fish(verbs: readonly Verb[]): string {
  const line = (...parts: readonly string[]) => ['complete -c wirefold', ...parts].join(' ');
  const lines = verbs.flatMap(({ name, description, options, choices }) => [
    line('-n __fish_use_subcommand', `-a ${name}`, `-d ${quoted(description)}`),
    ...(choices.length === 0
      ? []
      : [line(`-n '__fish_seen_subcommand_from ${name}'`, '-f', `-a '${choices.join(' ')}'`)]),
    ...options.map((option) =>
      line(
        `-n '__fish_seen_subcommand_from ${name}'`,
        `-l ${option.flag.slice(2)}`,
        `-d ${quoted(option.description)}`,
        ...(option.choices.length === 0 ? [] : [`-xa '${option.choices.join(' ')}'`]),
      ),
    ),
  ]);
  return ['# wirefold: completion for fish. Load it with: wirefold completion fish | source', ...lines, ''].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
