// The `lint` stage: what the compiler and ESLint have to say. They share one program: to check every type twice costs more than all the rules together.
import { ESLint } from 'eslint';
import ts from 'typescript';

const host = { getCurrentDirectory: () => process.cwd(), getCanonicalFileName: (file) => file, getNewLine: () => '\n' };
const fatal = (diagnostic) => {
  throw new Error(ts.formatDiagnostic(diagnostic, host));
};

const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  {},
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fatal },
);
const program = ts.createProgram({ rootNames: fileNames, options });
const diagnostics = [...errors, ...ts.getPreEmitDiagnostics(program)];
console.log(ts.formatDiagnostics(diagnostics, host));

const eslint = new ESLint({
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false, programs: [program] } } },
});
const results = await eslint.lintFiles(['.']);
const found = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
console.log(await (await eslint.loadFormatter('stylish')).format(results));

process.exitCode = diagnostics.length + found > 0 ? 1 : 0;
