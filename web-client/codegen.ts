import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../schema/*.graphqls',
  documents: 'src/features/**/*.{ts,tsx}',
  ignoreNoDocuments: true,
  generates: {
    './src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          DateTime: 'string',
          Date: 'string',
          Long: 'number',
          Decimal: 'number',
          Duration: 'string',
          UUID: 'string',
          JSON: 'unknown',
          Url: 'string',
        },
      },
    },
  },
};

export default config;
