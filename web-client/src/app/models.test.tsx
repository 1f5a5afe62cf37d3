import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { ModelsQueryVariables, OverridePriceMutationVariables } from '@/gql/graphql';
import { gpt, modelsPage } from '@/testing/control-fixtures';
import { renderApp } from '@/testing/render-app';
import { onModels, refusal, server, signedInWith } from '@/testing/server';

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) });

describe('the catalogue', () => {
  it('shows what a model can do and what it costs', async () => {
    renderApp('/models');
    const model = await row('gpt-5.5');
    expect(model).toHaveTextContent('Vision, Functions, Streaming, Reasoning, Caching');
    expect(within(model).getByText('400,000')).toBeInTheDocument();
    expect(model).toHaveTextContent('$1.25');
    expect(model).toHaveTextContent('$10.00');
    expect(await row('claude-haiku-4-5')).toHaveTextContent('Own price');
    expect(await row('whisper-next')).toHaveTextContent('Transcription');
    expect(screen.getByText('All 3 models')).toBeVisible();
  });

  it('searches and filters, at an address that says so', async () => {
    const asked: ModelsQueryVariables[] = [];
    server.use(
      onModels('Models', ({ variables }) => {
        asked.push(variables);
        return HttpResponse.json({ data: modelsPage(variables) });
      }),
    );
    const { user, where } = renderApp('/models');
    await row('gpt-5.5');
    await user.type(screen.getByLabelText('Name'), 'gpt');
    await user.selectOptions(screen.getByLabelText('Provider'), 'OpenAI');
    await user.click(screen.getByRole('checkbox', { name: 'Vision' }));
    expect(where()).toBe('/models?search=gpt&provider=openai&can=VISION');
    await waitFor(() =>
      expect(asked.at(-1)?.filter).toEqual({ search: 'gpt', provider: ['openai'], capabilities: ['VISION'] }),
    );
    await waitFor(() => expect(screen.queryByRole('row', { name: /^claude-haiku/ })).not.toBeInTheDocument());
  });

  it('says that none match', async () => {
    renderApp('/models?search=no-such-model');
    expect(await screen.findByRole('heading', { name: 'No models match' })).toBeVisible();
  });

  it('shows every price, and sets an own one', async () => {
    const sent: OverridePriceMutationVariables[] = [];
    server.use(
      graphql.mutation<object, OverridePriceMutationVariables>('OverridePrice', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: { overridePrice: { model: gpt, price: { revision: 1 } } } });
      }),
    );
    const { user } = renderApp('/models');
    await user.click(await screen.findByRole('button', { name: 'Prices of openai gpt-5.5' }));
    const dialog = await screen.findByRole('dialog', { name: 'Prices of gpt-5.5' });
    expect(await within(dialog).findByRole('row', { name: /until replaced.*Catalogue/ })).toBeVisible();
    await user.type(within(dialog).getByLabelText(/^Input/), '1');
    await user.type(within(dialog).getByLabelText(/^Output/), '8.5');
    await user.click(within(dialog).getByRole('button', { name: 'Set price' }));
    expect(await within(dialog).findByText('The price is set.')).toBeVisible();
    expect(sent[0]?.input).toEqual({
      provider: 'openai',
      model: 'gpt-5.5',
      inputPerMillion: 1,
      outputPerMillion: 8.5,
      cacheReadPerMillion: null,
      cacheWritePerMillion: null,
      expectedRevision: 0,
    });
  });

  it('says what is wrong with a price, and when another was set meanwhile', async () => {
    server.use(graphql.mutation('OverridePrice', () => refusal('CONFLICT', 'Another price was set.')));
    const { user } = renderApp('/models');
    await user.click(await screen.findByRole('button', { name: 'Prices of openai gpt-5.5' }));
    const form = await screen.findByRole('form', { name: 'Own price' });
    await user.click(within(form).getByRole('button', { name: 'Set price' }));
    expect(await within(form).findAllByText('An amount of 0 or more.')).toHaveLength(2);
    await user.type(within(form).getByLabelText(/^Input/), '1');
    await user.type(within(form).getByLabelText(/^Output/), '2');
    await user.click(within(form).getByRole('button', { name: 'Set price' }));
    expect(await within(form).findByRole('alert')).toHaveTextContent('It has changed meanwhile');
    expect(within(form).getByLabelText(/^Output/)).toHaveValue(2);
  });

  it('shows prices to those who may not change them', async () => {
    signedInWith(['USAGE_READ']);
    const { user } = renderApp('/models');
    await user.click(await screen.findByRole('button', { name: 'Prices of openai gpt-5.5' }));
    const dialog = await screen.findByRole('dialog', { name: 'Prices of gpt-5.5' });
    expect(await within(dialog).findByRole('row', { name: /Catalogue/ })).toBeVisible();
    expect(within(dialog).queryByRole('form')).not.toBeInTheDocument();
  });
});
