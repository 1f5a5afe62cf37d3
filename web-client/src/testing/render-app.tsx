import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Providers } from '@/app/providers';
import { routes } from '@/app/routes';

/** Shows the whole application at an address; answers what a person would act with and where they are. */
export function renderApp(address: string) {
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <Providers env="test">
      <RouterProvider router={router} />
    </Providers>,
  );
  const where = () => router.state.location.pathname + router.state.location.search;
  return { user: userEvent.setup({ delay: null }), router, where };
}
