import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { ask } from './ask';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('graphiql.html has no element with the id "root".');
}

const example = `# Everything that can be asked is described on the left.
# Asked with your session; or with an API key, in the tab "Headers":
#   { "Authorization": "Bearer tg_…" }
{
  organization {
    usage(range: { last: "P30D" }) {
      metrics {
        requests
        totalTokens
        cost
      }
      breakdown(by: [MODEL]) {
        rows {
          nodes {
            keys {
              label
            }
            share
          }
        }
      }
    }
  }
}
`;

createRoot(root).render(<GraphiQL fetcher={ask} defaultQuery={example} />);
