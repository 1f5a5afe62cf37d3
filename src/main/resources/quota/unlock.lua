-- ARGV: the lock's token.
if redis.call('GET', root .. ':lock') == ARGV[1] then
  redis.call('DEL', root .. ':lock')
end
return {'DONE'}
