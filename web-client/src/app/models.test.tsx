import { screen, waitFor, within } from '@testing-library/react';
import { graphql, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type {
  ModelsQueryVariables,
  OverridePriceMutationVariables,
  RepriceMutationVariables,
  RestorePriceMutationVariables,
} from '@/gql/graphql';
import { gpt, modelPrices, modelsPage, ownPrices } from '@/testing/control-fixtures';
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

  it('prices a model that is not listed but was called, and charges its recorded calls again', async () => {
    const sent: OverridePriceMutationVariables[] = [];
    const ranges: RepriceMutationVariables[] = [];
    server.use(
      graphql.mutation<object, OverridePriceMutationVariables>('OverridePrice', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: { overridePrice: { model: gpt, price: { revision: 1 } } } });
      }),
      graphql.mutation<object, RepriceMutationVariables>('Reprice', ({ variables }) => {
        ranges.push(variables);
        return HttpResponse.json({
          data: { reprice: { examined: 1300, repriced: 1234, costDifference: 12.5 } },
        });
      }),
    );
    const { user } = renderApp('/models');
    const called = within(await screen.findByRole('region', { name: 'Called without a price' }));
    expect(called.getAllByRole('listitem')).toHaveLength(1);
    expect(called.getByRole('listitem')).toHaveTextContent('acme-1acme · 1,234 calls');
    await user.click(called.getByRole('button', { name: 'Add own price of acme acme-1' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an own price' }));
    expect(dialog.getByRole('textbox', { name: /^Model/ })).toHaveValue('acme-1');
    await user.type(dialog.getByLabelText(/^Input/), '1');
    await user.type(dialog.getByLabelText(/^Output/), '2');
    await user.type(dialog.getByLabelText('From'), '2026-11-01');
    expect(dialog.getByText(/keep their cost until they are charged again/)).toBeVisible();
    expect(dialog.queryByRole('form', { name: 'Charge again' })).not.toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Set price' }));

    const again = within(await dialog.findByRole('form', { name: 'Charge again' }));
    expect(sent[0]?.input).toMatchObject({
      provider: 'acme',
      model: 'acme-1',
      effectiveFrom: '2026-10-31T23:00:00.000Z',
    });
    expect(sent[0]?.input).not.toHaveProperty('expectedRevision');
    expect(again.getByLabelText(/^First day/)).toHaveValue('2026-11-01');
    await user.clear(again.getByLabelText(/^Last day/));
    await user.type(again.getByLabelText(/^Last day/), '2026-11-22');
    await user.click(again.getByRole('button', { name: 'Charge again' }));
    expect(await again.findByText(/1,300 calls looked at: 1,234 of them.*\$12.50 more in all/)).toBeVisible();
    expect(ranges[0]?.input).toEqual({
      range: { between: { from: '2026-10-31T23:00:00.000Z', to: '2026-11-22T23:00:00.000Z' } },
    });
  });

  it('takes an own price back, and charges the calls since then again', async () => {
    const sent: RestorePriceMutationVariables[] = [];
    server.use(
      graphql.query('ModelPrices', () =>
        HttpResponse.json({ data: sent.length === 0 ? ownPrices : modelPrices }),
      ),
      graphql.mutation<object, RestorePriceMutationVariables>('RestorePrice', ({ variables }) => {
        sent.push(variables);
        return HttpResponse.json({ data: { restorePrice: { model: gpt } } });
      }),
    );
    const { user } = renderApp('/models');
    await user.click(await screen.findByRole('button', { name: 'Prices of openai gpt-5.5' }));
    const back = within(await screen.findByRole('form', { name: 'Take back' }));
    await user.type(back.getByLabelText('Until before'), '2026-11-20');
    await user.click(back.getByRole('button', { name: 'Take back' }));
    expect(await back.findByText(/The own price is taken back/)).toBeVisible();
    expect(sent[0]?.input).toEqual({
      provider: 'openai',
      model: 'gpt-5.5',
      effectiveFrom: '2026-11-19T23:00:00.000Z',
      expectedRevision: 3,
    });
    const again = within(await screen.findByRole('form', { name: 'Charge again' }));
    expect(again.getByLabelText(/^First day/)).toHaveValue('2026-11-20');
  });

  it('asks which model a price is of, and for which days to charge again', async () => {
    const { user } = renderApp('/models');
    await user.click(await screen.findByRole('button', { name: 'Add own price' }));
    const price = within(await screen.findByRole('form', { name: 'Own price' }));
    await user.click(price.getByRole('button', { name: 'Set price' }));
    expect(await price.findAllByText('As events name it.')).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());

    await user.click(screen.getByRole('button', { name: 'Charge again' }));
    const again = within(await screen.findByRole('form', { name: 'Charge again' }));
    await user.click(again.getByRole('button', { name: 'Charge again' }));
    expect(await again.findByText('A day.')).toBeVisible();
    await user.type(again.getByLabelText(/^First day/), '2026-11-01');
    await user.click(again.getByRole('button', { name: 'Charge again' }));
    expect(await again.findByText(/7 of them cost something else, \$3.25 less in all/)).toBeVisible();
  });

  it('shows prices to those who may not change them', async () => {
    signedInWith(['USAGE_READ']);
    const { user } = renderApp('/models');
    expect(await screen.findByRole('region', { name: 'Called without a price' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /own price|Charge again/ })).not.toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Prices of openai gpt-5.5' }));
    const dialog = await screen.findByRole('dialog', { name: 'Prices of gpt-5.5' });
    expect(await within(dialog).findByRole('row', { name: /Catalogue/ })).toBeVisible();
    expect(within(dialog).queryByRole('form')).not.toBeInTheDocument();
  });
});
